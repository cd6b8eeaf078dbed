import { isNotNull } from "drizzle-orm";
import { z } from "zod";
import { type Profile, profilesOf } from "~/features/accounts/index.server";
import { m } from "~/platform/i18n/messages";
import { allIdsOf } from "~/platform/search-engine/all-ids.server";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { Reader } from "~db/client.server";
import { people } from "~db/schema";
import { subjectSynonyms } from "~db/vocabulary/subject-synonyms";
import { networksOfPeople, type PersonSeen, peopleSeen } from "./queries.server";

/** Networks that a result row names. */
const MOST_SHOWN = 3;

const shownSchema = z.object({ networks: z.array(z.string()).catch([]) });

/** People as they are found: those with a confirmed address, by members. */
export const personSearchable: Searchable = {
  type: "person",
  loadDocuments,
  allIds: (db) => allIdsOf(db, people, isNotNull(people.emailVerifiedAt)),
  presented: {
    name: m.people_title,
    about: m.people_search_about,
    count: m.people_search_count,
    all: m.people_search_all,
    path: ({ recordId }) => `/people/${recordId}`,
    list: null,
    tags: ({ shown }) => shownSchema.parse(shown).networks.slice(0, MOST_SHOWN),
    picture: () => ({ initials: true }),
    written: false,
    apart: true,
    inApi: false,
  },
};

/** The documents of people with a confirmed address; three queries however many. */
async function loadDocuments(db: Reader, ids: string[]): Promise<SearchDocument[]> {
  const found = await peopleSeen(db, ids);
  if (found.length === 0) return [];
  const foundIds = found.map(({ id }) => id);
  const rows = await networksOfPeople(db, foundIds);
  const profiles = await profilesOf(db, foundIds);
  return found.map((person) =>
    documentOf(
      person,
      rows.filter(({ personId }) => personId === person.id).map(({ network }) => network),
      profiles.get(person.id),
    ),
  );
}

const documentOf = (
  { id, name, school, town, createdAt }: PersonSeen,
  networks: string[],
  profile: Profile | undefined,
) => ({
  type: "person" as const,
  recordId: id,
  slug: id,
  title: name,
  summary: [school, town].filter(Boolean).join(", "),
  keywords: [...networks, ...(profile?.subjects ?? []).flatMap(namesOfSubject)],
  body: profile ? [profile.offers, profile.wishes, profile.about].filter(Boolean).join("\n") : "",
  // Names are found as they are written, whatever the language: undetermined.
  language: "und",
  facets: {},
  audience: ["members"],
  shown: { networks },
  minutes: null,
  newestAt: createdAt,
});

/** What a subject is called, in every language we know it in: no other field of a person tells the language. */
function namesOfSubject(subject: string): string[] {
  const name = subject.replaceAll("-", " ");
  return [...(subjectSynonyms.find((names) => names.includes(name)) ?? [name])];
}
