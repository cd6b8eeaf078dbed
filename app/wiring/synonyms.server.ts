import { searchSynonyms } from "~/features/packs/index.server";
import type { Services } from "~/platform/services/services.server";
import { subjectSynonyms } from "~db/vocabulary/subject-synonyms";

/** Tells every engine which words mean the same: the names of subjects, and of materials as librarians keep them. */
export async function tellSynonyms({ db, searchEngine }: Services): Promise<void> {
  const groups = [...subjectSynonyms.map((group) => [...group]), ...(await searchSynonyms(db))];
  await searchEngine.setSynonyms(groups);
  await searchEngine.second?.setSynonyms(groups);
}
