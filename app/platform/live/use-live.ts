import { useMatches, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** Asked again at most this often, in milliseconds. */
const AT_MOST_EVERY_MS = 2_000;

/** Pages that say `export const handle = live` are asked again at each hint. */
export const live = { live: true };

/**
 * Keeps what is new fresh for who is signed in: a count in the frame, and pages that ask for it. Others stay as they are,
 * for asking a page again takes away what its last form was answered: a mistake at its field, a code that is shown once.
 * @param personId null for a visitor, who has no stream
 * @param count as the page's loader gave it
 * @param address where it is asked again, as `{ count }`; not a fetcher's, whose route would be discovered in the middle of
 *   asking the page again
 * @returns the newest count there is
 */
export function useLive(personId: string | null, count: number, address: string): number {
  const { revalidate } = useRevalidator();
  const isLive = useMatches().some(({ handle }) => (handle as typeof live | undefined)?.live);
  // What was counted since the page was loaded, or asked again.
  const [newest, setNewest] = useState({ count, since: count });
  const ask = async () => {
    if (isLive) return revalidate();
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return;
    const { count: now } = (await answer.json()) as { count: number };
    setNewest({ count: now, since: count });
  };
  const latest = useRef(ask);
  latest.current = ask;
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
          void latest.current();
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
  return newest.since === count ? newest.count : count;
}
