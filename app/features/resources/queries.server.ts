import { desc, eq, inArray, sql } from "drizzle-orm";
import { NotFound } from "~/platform/errors/errors";
import type { Reader } from "~db/client.server";
import { materials, resources } from "~db/schema";

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
