import { useEffect, useState } from "react";

export type Suggestion = {
  id: string;
  label: string;
  /** A second, smaller line: a place, a distance. */
  detail?: string;
  /** What is written into the field when it is chosen; the label unless given. */
  value?: string;
};

/** Long enough that fast typing asks once, short enough not to be noticed. */
const pauseMs = 120;

/**
 * Asks `action?q=` for suggestions while somebody types, and drops the answers to questions that are no
 * longer asked. Null means not asked, an empty list means that nothing was found; a failed request gives null,
 * for the field works without.
 */
export function useSuggestions(action: string, query: string, active: boolean): Suggestion[] | null {
  const [items, setItems] = useState<Suggestion[] | null>(null);
  useEffect(() => {
    if (!active) {
      setItems(null);
      return;
    }
    const cancel = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const address = new URL(action, window.location.origin);
        address.searchParams.set("q", query);
        const answer = await fetch(address, {
          signal: cancel.signal,
          headers: { Accept: "application/json" },
        });
        const body: { items?: Suggestion[] } | null = answer.ok ? await answer.json() : null;
        setItems(Array.isArray(body?.items) ? body.items : null);
      } catch {
        if (!cancel.signal.aborted) setItems(null);
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [action, query, active]);
  return items;
}
