import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import type { Reader } from "~db/client.server";
import { countryName } from "../../countries";
import { tidyQuery } from "../../find-place";
import { findSchools } from "../../find-schools.server";
import { mayMergeSchools } from "../../permissions";
import { schoolsByIds } from "../../queries.server";
import { schoolPlace } from "../../school";
import { PAIRS_PER_PAGE, pairsIn, recentMerges, schoolsNumbered } from "../queries.server";

export { action } from "./decide.server";

const dones = ["merged", "apart", "again", "parted"] as const;

const MOST_FOUND = 20;
const MOST_PAGES = 10_000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Pairs that may be one school, what was merged lately, and a search for two that nothing found. Six queries at most. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    if (!mayMergeSchools(actor)) throw new NotAllowed();
    const page = pageOf(searchParams.get("page"));
    const query = tidyQuery(searchParams.get("q") ?? "");
    const firstId = searchParams.get("first") ?? "";
    const first = uuid.test(firstId) ? (await schoolsByIds(db, [firstId])).get(firstId) : undefined;
    const open = await pairsIn(db, "open", page);
    return {
      locale: context.locale,
      ...{ query, page },
      first: first ? { id: first.id, name: first.name } : null,
      open: open.pairs,
      total: open.total,
      pages: Math.ceil(open.total / PAIRS_PER_PAGE),
      dismissed: (await pairsIn(db, "dismissed")).pairs,
      merges: await recentMerges(db),
      found: query ? (await findEither(db, query)).filter(({ id }) => id !== first?.id) : null,
      done: dones.find((each) => each === searchParams.get("done")) ?? null,
    };
  });
}

const pageOf = (text: string | null) =>
  /^\d{1,5}$/.test(text ?? "") ? Math.min(MOST_PAGES, Math.max(1, Number(text))) : 1;

/** By number in the register first, then by words. Closed ones are among them. */
async function findEither(db: Reader, query: string) {
  const numbered = await schoolsNumbered(db, query);
  if (numbered.length > 0)
    return numbered.map(({ id, name, place }) => ({ id, name, place, closedOn: null }));
  const found = await findSchools(db, query, { limit: MOST_FOUND, closed: true });
  return found.map((school) => ({
    ...{ id: school.id, name: school.name, closedOn: school.closedOn },
    place: [schoolPlace(school), countryName(school.country)].filter(Boolean).join(", "),
  }));
}
