import { asc } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { materials } from "~db/schema";

/**
 * What materials are called, as groups of synonyms for search: the name, other names, and those of other languages.
 * @returns a group for each material that has more than one name
 */
export async function searchSynonyms(db: Reader): Promise<string[][]> {
  const rows = await db
    .select({ name: materials.name, synonyms: materials.synonyms, names: materials.names })
    .from(materials)
    .orderBy(asc(materials.slug));
  return rows
    .map(({ name, synonyms, names }) => [
      // What stands behind a comma says which size or kind: "Wooden skewer, 3 mm".
      ...new Set([name.split(",")[0]!.trim(), ...synonyms, ...Object.values(names)]),
    ])
    .filter((group) => group.length > 1);
}
