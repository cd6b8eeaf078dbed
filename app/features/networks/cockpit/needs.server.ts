import type { Reader } from "~db/client.server";
import { countNeed, countNeeds, type NeedCount } from "./counting.server";
import type { Need, NeedSource, NeedsAsked } from "./need";
import { mostUrgentFirst } from "./urgency";

/** Of one kind in the cockpit; all of them have a page of their own. */
const OF_EACH = 5;

/** Needs on one page of one kind. */
export const NEEDS_PER_PAGE = 25;

/** A need as it reaches a browser: how pressing it is and not by how many days, which would tell when somebody was here. */
export type ShownNeed = Omit<Need, "urgency"> & { pressure: Need["urgency"]["pressure"] };

const shown = ({ urgency: { pressure }, ...need }: Need): ShownNeed => ({ ...need, pressure });

/** A kind of which there are more than the cockpit shows. */
export type MoreNeeds = NeedCount & { kind: string; title: string };

/**
 * What needs a coordinator, the most urgent first: the first five of each kind, and of which kinds there are more. One
 * query a kind and one to count them all, whatever there is.
 */
export async function needsOf(
  db: Reader,
  sources: readonly NeedSource[],
  asked: NeedsAsked,
): Promise<{ needs: ShownNeed[]; more: MoreNeeds[] }> {
  const counts = await countNeeds(db, sources, asked);
  const needs: Need[] = [];
  const more: MoreNeeds[] = [];
  for (const source of sources) {
    const { count, exact } = counts.get(source.kind)!;
    needs.push(...(await source.list(db, asked, { limit: OF_EACH, offset: 0 })));
    if (count > OF_EACH) more.push({ kind: source.kind, title: source.title(), count, exact });
  }
  return { needs: mostUrgentFirst(needs).map(shown), more };
}

/** A page of the needs of one kind, and how many there are. @param wanted from 1; a page beyond the last is the last */
export async function needsOfKind(
  db: Reader,
  source: NeedSource,
  asked: NeedsAsked,
  wanted: number,
): Promise<NeedCount & { needs: ShownNeed[]; page: number; pages: number }> {
  const counted = await countNeed(db, source, asked);
  const pages = Math.max(1, Math.ceil(counted.count / NEEDS_PER_PAGE));
  const page = Math.min(pages, wanted);
  const needs = await source.list(db, asked, { limit: NEEDS_PER_PAGE, offset: (page - 1) * NEEDS_PER_PAGE });
  return { needs: needs.map(shown), page, pages, ...counted };
}
