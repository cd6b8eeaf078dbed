import type { Reader } from "~db/client.server";
import { COUNTED, type Need, type NeedSource, type NeedsAsked } from "./need";
import { mostUrgentFirst } from "./urgency";

/** Of one kind in the cockpit; all of them have a page of their own. */
const OF_EACH = 5;

/** Needs on one page of one kind. */
export const NEEDS_PER_PAGE = 25;

/** A kind of which there are more than the cockpit shows. */
export type MoreNeeds = { kind: string; title: string; count: number; counted: boolean };

/**
 * What needs a coordinator, the most urgent first: the first five of each kind, and of which kinds there are more. At most two queries
 * a kind, whatever there is.
 */
export async function needsOf(
  db: Reader,
  sources: readonly NeedSource[],
  asked: NeedsAsked,
): Promise<{ needs: Need[]; more: MoreNeeds[] }> {
  const needs: Need[] = [];
  const more: MoreNeeds[] = [];
  for (const source of sources) {
    const listed = await source.list(db, asked, { limit: OF_EACH + 1, offset: 0 });
    needs.push(...listed.slice(0, OF_EACH));
    if (listed.length <= OF_EACH) continue;
    const count = await source.count(db, asked);
    more.push({ kind: source.kind, title: source.title(), ...shown(count) });
  }
  return { needs: mostUrgentFirst(needs), more };
}

/** A page of the needs of one kind, and how many pages there are. @param wanted from 1; a page beyond the last is the last */
export async function needsOfKind(
  db: Reader,
  source: NeedSource,
  asked: NeedsAsked,
  wanted: number,
): Promise<{ needs: Need[]; page: number; pages: number; count: number; counted: boolean }> {
  const all = shown(await source.count(db, asked));
  const pages = Math.max(1, Math.ceil(all.count / NEEDS_PER_PAGE));
  const page = Math.min(pages, wanted);
  const needs = await source.list(db, asked, { limit: NEEDS_PER_PAGE, offset: (page - 1) * NEEDS_PER_PAGE });
  return { needs, page, pages, ...all };
}

/** `counted` is false where there are more than anybody counted. */
const shown = (count: number) => ({ count: Math.min(count, COUNTED - 1), counted: count < COUNTED });
