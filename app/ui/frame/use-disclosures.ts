import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect } from "react";

/** Closes the open `<details>` inside `box` on Escape, on a press outside, and when another page comes. */
export function useDisclosures(box: RefObject<HTMLElement>) {
  const { pathname, search } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the reason to close
  useEffect(() => closeAll(box.current), [pathname, search]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const open = box.current?.querySelector<HTMLDetailsElement>("details[open]");
      if (!open) return;
      open.open = false;
      open.querySelector("summary")?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closeAll(box.current);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [box]);
}

function closeAll(box: HTMLElement | null) {
  for (const details of box?.querySelectorAll<HTMLDetailsElement>("details[open]") ?? [])
    details.open = false;
}
