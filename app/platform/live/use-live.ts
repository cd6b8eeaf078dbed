import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Pages are asked again at most this often, in milliseconds. */
const AT_MOST_EVERY_MS = 2_000;

/**
 * Keeps the page of who is signed in fresh: it asks its loaders again when something may have changed.
 * @param personId null for a visitor, who has no stream
 */
export function useLive(personId: string | null): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  latest.current = revalidate;
  useEffect(() => {
    if (personId === null) return;
    let stopped = false;
    let stop = () => {};
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const onHint = () => {
      clearTimeout(waiting);
      waiting = setTimeout(
        () => {
          last = performance.now();
          latest.current();
        },
        Math.max(0, last + AT_MOST_EVERY_MS - performance.now()),
      );
    };
    // In a piece of its own, after the page: reading comes first.
    void import("./follow").then(({ follow }) => {
      if (!stopped) stop = follow(personId, onHint);
    });
    return () => {
      stopped = true;
      clearTimeout(waiting);
      stop();
    };
  }, [personId]);
}
