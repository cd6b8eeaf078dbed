import { searchSynonyms } from "~/features/packs/index.server";
import type { Services } from "~/platform/services/services.server";
import { subjectSynonyms } from "~db/vocabulary/subject-synonyms";

/** Name of the job that does it. */
export const SYNONYMS_JOB = "search-synonyms";

/** Tells every engine which words mean the same: the names of subjects, and of materials as librarians keep them. */
export async function tellSynonyms({ db, searchEngine }: Services): Promise<void> {
  const groups = [...subjectSynonyms.map((group) => [...group]), ...(await searchSynonyms(db))];
  await searchEngine.setSynonyms(groups);
  const { second } = searchEngine;
  // One whose index is still to be built is told when it is.
  if (second && (await second.isCurrent())) await second.setSynonyms(groups);
}
