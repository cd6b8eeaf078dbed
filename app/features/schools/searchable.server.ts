import { and, inArray, sql } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { schools } from "~db/schema";
import { isOffered } from "./offered.server";
import { countSchools } from "./queries.server";
import { schoolPlace } from "./school";

/** Schools as they are found: open ones, by everybody. Their pages stand in `people`, which knows who teaches there. */
export const schoolSearchable: Searchable = {
  type: "school",
  loadDocuments,
  allIds: (db) => allIdsOf(db, schools, isOffered),
  presented: {
    name: m.schools_search_name,
    about: m.schools_search_about,
    count: m.schools_search_count,
    all: m.schools_search_all,
    path: ({ recordId }) => `/schools/${recordId}`,
    list: { path: "/schools", takesWords: false },
    tags: () => [],
    written: false,
    apart: true,
    countAll: async (db) => (await countSchools(db)).reduce((sum, country) => sum + country.schools, 0),
    inApi: true,
  },
};

async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const rows = await db
    .select({
      id: schools.id,
      country: schools.country,
      name: schools.name,
      town: schools.town,
      postcode: schools.postcode,
      postcodeKey: schools.postcodeKey,
      localAuthority: schools.localAuthority,
    })
    .from(schools)
    .where(and(inArray(schools.id, ids), isOffered));
  return rows.map(documentOf);
}

type Row = Pick<
  typeof schools.$inferSelect,
  "id" | "country" | "name" | "town" | "postcode" | "postcodeKey" | "localAuthority"
>;

const documentOf = ({ id, country, name, town, postcode, postcodeKey, localAuthority }: Row) => ({
  type: "school" as const,
  recordId: id,
  slug: id,
  title: name,
  summary: schoolPlace({ town, postcode }),
  // With and without its space, as people type it.
  keywords: [postcodeKey, localAuthority ?? ""].filter(Boolean),
  body: "",
  // Names are found as they are written, whatever the language: undetermined.
  language: "und",
  facets: { country: [country] },
  audience: ["everyone"],
  shown: {},
  minutes: null,
  // Registers are read in on one day: by that day, thousands of schools would stand before everything that is new.
  newestAt: new Date(0),
});

/**
 * Schools whose last day was within the last days: nobody changes them on the day they close, and they must leave the
 * index all the same.
 */
export async function schoolsClosedWithin(db: Pick<Reader, "select">, days: number): Promise<string[]> {
  const rows = await db
    .select({ id: schools.id })
    .from(schools)
    .where(sql`${schools.closedOn} between current_date - ${days}::integer and current_date`);
  return rows.map(({ id }) => id);
}
