import { desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { NotFound } from "~/platform/errors/errors";
import type { Reader } from "~db/client.server";
import { materials, resources } from "~db/schema";

const survivors = alias(materials, "survivors");

/**
 * A whole resource, as its page shows it. One query.
 * @throws NotFound
 */
export async function readResource(db: Reader, slug: string) {
  const [row] = await db
    .select({
      slug: resources.slug,
      title: resources.title,
      summary: resources.summary,
      body: resources.body,
      language: resources.language,
      kind: resources.kind,
      subjects: resources.subjects,
      topics: resources.topics,
      materials: resources.materials,
      licence: resources.licence,
      author: resources.author,
      collection: resources.collection,
      minutes: resources.minutes,
      ageFrom: resources.ageFrom,
      ageTo: resources.ageTo,
      /** Where it was published first, as the record says; any text. */
      original: sql<string | null>`${resources.source}->>'url'`,
      updatedAt: resources.updatedAt,
    })
    .from(resources)
    .where(eq(resources.slug, slug));
  if (!row) throw new NotFound();
  return row;
}

/** Names of materials by slug, English where there is none in the language; slugs without a name are left out. */
export async function materialNames(
  db: Reader,
  slugs: string[],
  locale: string,
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: materials.slug, name: materials.name, names: materials.names })
    .from(materials)
    .where(inArray(materials.slug, slugs));
  return new Map(rows.map(({ slug, name, names }) => [slug, names[locale] ?? name]));
}

/**
 * What slugs of materials mean today: one that was merged means the material it was merged into. Slugs that no material
 * has are left out. One query, none for no slugs.
 */
export async function currentMaterials(db: Reader, slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: materials.slug, current: survivors.slug })
    .from(materials)
    .innerJoin(survivors, sql`${survivors.id} = coalesce(${materials.mergedInto}, ${materials.id})`)
    .where(inArray(materials.slug, [...slugs]));
  return new Map(rows.map(({ slug, current }) => [slug, current]));
}

/**
 * Ids of the resources whose list of materials may name this one. The first word of a name decides, so that plurals and
 * what follows it do no harm: some of them will turn out to mean something else.
 * @param materialId of a material of the vocabulary
 */
export async function resourcesNaming(db: Reader, materialId: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    with words as (
      select distinct rtrim(split_part(split_part(fold(known.name), ',', 1), ' ', 1), 's') as word
      from materials m, lateral (
        select unnest(m.synonyms || m.name) as name union all select value from jsonb_each_text(m.names)
      ) as known
      where m.id = ${materialId}
    )
    select r.id from resources r
    where exists (
      select from unnest(r.materials) as line, words
      where word <> '' and position(word in fold(line)) > 0)
    order by r.id`);
  return rows.map(({ id }) => id);
}

/** The resources that came last, for lists. */
export async function newestResources(db: Reader, most: number) {
  return db
    .select({
      slug: resources.slug,
      title: resources.title,
      summary: resources.summary,
      language: resources.language,
      kind: resources.kind,
      subjects: resources.subjects,
      licence: resources.licence,
      collection: resources.collection,
      minutes: resources.minutes,
    })
    .from(resources)
    .orderBy(desc(resources.createdAt), desc(resources.id))
    .limit(most);
}
