import { eq } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Personal } from "~/platform/personal/personal";
import { savedSearches } from "~db/schema";

/** What searching holds of people: the searches they saved. A person's document goes when they are indexed anew. */
export const searchPersonal: Personal = {
  holds: {
    saved_searches: { person_id: "exported", path: "exported", query: "exported", name: "exported" },
    search_documents: "derived",
    search_words: "derived",
    search_spellings: "derived",
    search_pending: "derived",
    search_changes: "derived",
    search_synonyms: "no words",
  },
  async exportOf(db, personId) {
    const rows = await db
      .select({
        name: savedSearches.name,
        path: savedSearches.path,
        query: savedSearches.query,
        savedAt: savedSearches.createdAt,
      })
      .from(savedSearches)
      .where(eq(savedSearches.personId, personId))
      .orderBy(savedSearches.createdAt);
    return [
      {
        key: "savedSearches",
        title: m.search_data_saved(),
        columns: { name: m.personal_name(), query: m.personal_text(), savedAt: m.personal_when() },
        rows,
      },
    ];
  },
};
