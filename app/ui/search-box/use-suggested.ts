import { useEffect, useState } from "react";

/** What `/search/suggest` answers: the few best, grouped by kind, each with its matched words marked. */
export type Suggested = {
  groups: {
    id: string;
    label: string;
    items: { to: string; title: string; detail: string; language: string | null }[];
  }[];
  mended: string | null;
};

/** Long enough that fast typing asks once, short enough not to be noticed (ms). */
const PAUSE = 120;

/**
 * Asks for suggestions while somebody types. A newer text aborts the question under way, so that an older answer never
 * takes a newer one's place; the last one stays until the next is there, so that nothing flickers.
 * @param text what stands in the field; "" asks nothing
 * @returns the answer with the text it belongs to; null while there is none, and after a failure
 */
export function useSuggested(text: string): { text: string; found: Suggested } | null {
  const [answer, setAnswer] = useState<{ text: string; found: Suggested } | null>(null);
  useEffect(() => {
    if (text === "") return setAnswer(null);
    const cancel = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/search/suggest?${new URLSearchParams({ q: text })}`, {
          signal: cancel.signal,
          headers: { Accept: "application/json" },
        });
        const found = response.ok ? ((await response.json()) as Suggested) : null;
        if (!cancel.signal.aborted) setAnswer(found && Array.isArray(found.groups) ? { text, found } : null);
      } catch {
        if (!cancel.signal.aborted) setAnswer(null);
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [text]);
  return answer;
}
