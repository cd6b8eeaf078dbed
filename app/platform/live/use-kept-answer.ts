import { useActionData, useLocation } from "@remix-run/react";
import { useRef } from "react";

/**
 * What the page's last form was answered, kept while the page is asked again at a hint, which takes Remix's own away. The next
 * thing that is sent or gone to ends it.
 * @returns undefined where no form was answered
 */
export function useKeptAnswer<Answer>(): Answer | undefined {
  const answer = useActionData() as Answer | undefined;
  const { key } = useLocation();
  const kept = useRef<{ key: string; answer: Answer } | null>(null);
  if (answer !== undefined) kept.current = { key, answer };
  return answer ?? (kept.current?.key === key ? kept.current.answer : undefined);
}
