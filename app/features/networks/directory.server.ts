import { type SQL, sql } from "drizzle-orm";
import { kilometresSql, type Position } from "~/features/schools/index.server";
import type { Reader } from "~db/client.server";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import { asksAnything, type DirectoryFacet, type DirectoryQuery, directoryFacets } from "./directory-address";

/** Members on one page. */
export const MEMBERS_PER_PAGE = 50;

export type Member = {
  personId: string;
  name: string;
  photo: string | null;
  school: string | null;
  town: string | null;
  joinedAt: Date;
  duty: CoordinatorDuty | null;
  subjects: string[];
  ages: string[];
  offers: string;
  /** From where `near` is; null without it, and without a school. */
  km: number | null;
};

type Wanted = DirectoryQuery & { origin: Position | null };

/** Words of a text that are looked for; more would only slow the search. */
const MOST_WORDS = 6;

/** Without what stands between words, which `plain_words` would drop as well. */
const wordsOf = (text: string) =>
  text
    .split(/[^\p{L}\p{M}\p{N}\u200b-\u200d]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

const holding = (word: string) => sql`'%' || plain_words(${word}) || '%'`;

const textConditions = ({ q, school }: Wanted): SQL[] => [
  ...wordsOf(q).map(
    (word) => sql`(p.search_text like ${holding(word)} or profile.search_text like ${holding(word)})`,
  ),
  ...wordsOf(school).map((word) => sql`s.search_text like ${holding(word)}`),
];

const listOf = (facet: DirectoryFacet) => sql.raw(`profile.${facet}s`);

const facetCondition = (facet: DirectoryFacet, values: readonly string[]): SQL =>
  values.length === 0 ? sql`true` : sql`${listOf(facet)} && ${sql.param([...values])}::text[]`;

const facetConditions = (wanted: Wanted): SQL[] =>
  facetNames.filter((facet) => wanted[facet].length > 0).map((facet) => facetCondition(facet, wanted[facet]));

const facetNames = Object.keys(directoryFacets) as DirectoryFacet[];

const joinSchool = sql`left join schools s on s.id = p.school_id`;
const joinProfile = sql`left join profiles profile on profile.person_id = p.id`;

/** The appointments of a network that hold on a day, as a table. */
const appointed = ({ id, today }: Network) => sql`(
  select person_id, duty from coordinators
  where network_id = ${id} and ended_at is null and starts_on <= ${today} and ends_on >= ${today}
) as c`;

const shown = sql`p.id as "personId", p.name, p.photo, s.name as school, s.town, m.joined_at as "joinedAt", m.km, c.duty,
  coalesce(profile.subjects, '{}') as subjects, coalesce(profile.ages, '{}') as ages,
  coalesce(profile.offers, '') as offers`;

type Page = { limit: number; offset: number };
type Network = { id: string; today: string };

/**
 * A page of the members of a network who fit, by name, or the nearest first. Of everybody, coordinators come first. For
 * readers who may see members. At most two queries.
 * @param wanted.origin where `near` is
 * @param page from 1
 */
export async function findMembers(
  db: Pick<Reader, "execute">,
  network: Network,
  wanted: Wanted,
  page: number,
  perPage = MEMBERS_PER_PAGE,
): Promise<Member[]> {
  const offset = (page - 1) * perPage;
  if (asksAnything(wanted)) return membersWith(db, network, wanted, sql`true`, { limit: perPage, offset });
  // Apart, so that an index brings everybody else in order: nobody sorts ten thousand names for fifty.
  const leads = sql`p.id in (select c.person_id from ${appointed(network)})`;
  const leading = await membersWith(db, network, wanted, leads, { limit: 1_000, offset: 0 });
  leading.sort((a, b) => Number(b.duty === "lead") - Number(a.duty === "lead"));
  const first = leading.slice(offset, offset + perPage);
  const rest = { limit: perPage - first.length, offset: Math.max(0, offset - leading.length) };
  const others = sql`p.id <> all(${sql.param(leading.map(({ personId }) => personId))}::uuid[])`;
  return [...first, ...(await membersWith(db, network, wanted, others, rest))];
}

async function membersWith(
  db: Pick<Reader, "execute">,
  network: Network,
  wanted: Wanted,
  condition: SQL,
  { limit, offset }: Page,
): Promise<Member[]> {
  const conditions = [condition, ...textConditions(wanted), ...facetConditions(wanted)];
  const needsSchool = wanted.origin !== null || wordsOf(wanted.school).length > 0;
  const needsProfile = conditions.length > 1;
  const km = wanted.origin
    ? kilometresSql(wanted.origin, { latitude: sql`s.latitude`, longitude: sql`s.longitude` })
    : sql`null::float8`;
  // Who stands on the page is found first; what is shown of them is looked up for these alone.
  const { rows } = await db.execute<Omit<Member, "joinedAt"> & { joinedAt: string | Date }>(sql`
    select ${shown}
    from (
      select p.id, p.search_text, m.joined_at, ${km} as km
      from people p
      join memberships m on m.network_id = ${network.id} and m.person_id = p.id and m.left_at is null
      ${needsSchool ? joinSchool : sql``} ${needsProfile ? joinProfile : sql``}
      where ${sql.join(conditions, sql` and `)}
      order by ${wanted.origin ? sql`km, ` : sql``} p.search_text collate "C", p.id
      limit ${limit} offset ${offset}
    ) as m
    join people p on p.id = m.id
    ${joinSchool} ${joinProfile}
    left join ${appointed(network)} on c.person_id = p.id
    order by m.km, m.search_text collate "C", m.id`);
  return rows.map((row) => ({ ...row, joinedAt: new Date(row.joinedAt) }));
}

export type FacetCounts = Record<DirectoryFacet, Map<string, number>>;

/**
 * How many members fit, and by facet how many would with each value of it, whatever else of that facet is ticked.
 * One scan of the members of the network; those who tell the same are counted together, before their lists are taken apart.
 */
export async function countMembers(
  db: Pick<Reader, "execute">,
  networkId: string,
  wanted: Wanted,
): Promise<{ total: number; facets: FacetCounts }> {
  const fits = facetNames.map((facet) => ({
    facet,
    column: sql.raw(`fits_${facet}`),
    condition: facetCondition(facet, wanted[facet]),
  }));
  const columns = fits.map(
    ({ facet, column, condition }) => sql`${listOf(facet)}, ${condition} as ${column}`,
  );
  const all = sql.join(
    fits.map(({ column }) => column),
    sql` and `,
  );
  const byFacet = fits.map(({ facet, column }) => {
    const others = fits.filter((each) => each.column !== column).map((each) => each.column);
    return sql`union all select ${sql.raw(`'${facet}'`)}, value, sum(members)::int
      from fitting, unnest(${sql.raw(`${facet}s`)}) as value where ${sql.join(others, sql` and `)} group by value`;
  });
  const text = textConditions(wanted);
  const { rows } = await db.execute<{ facet: string; value: string; count: number }>(sql`
    with fitting as materialized (
      select ${sql.join(columns, sql`, `)}, count(*)::int as members
      from memberships m
      ${text.length > 0 ? sql`join people p on p.id = m.person_id ${joinSchool}` : sql``}
      left join profiles profile on profile.person_id = m.person_id
      where ${sql.join([sql`m.network_id = ${networkId} and m.left_at is null`, ...text], sql` and `)}
      group by 1, 2, 3, 4, 5, 6
    )
    select 'total' as facet, '' as value, coalesce(sum(members), 0)::int as count from fitting where ${all}
    ${sql.join(byFacet, sql` `)}`);
  const countsOf = (facet: string) =>
    new Map(rows.filter((row) => row.facet === facet).map(({ value, count }) => [value, count]));
  return {
    total: countsOf("total").get("") ?? 0,
    facets: { subject: countsOf("subject"), age: countsOf("age"), language: countsOf("language") },
  };
}
