import { eq } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Personal } from "~/platform/personal/personal";
import { packs } from "~db/schema";

/** What packs hold of people: who wrote one. A pack stays when its author goes. */
export const packsPersonal: Personal = {
  holds: {
    packs: {
      created_by: "unnamed",
      ...{ slug: "stays", title: "stays", summary: "stays", why: "stays", safety: "stays" },
      ...{ careers: "stays", keywords: "stays", drawing: "stays" },
      ...{ language: "no words", subjects: "no words", licence: "no words" },
    },
    activities: "stays",
    pack_materials: "stays",
    materials: "no words",
    material_substitutes: "no words",
  },
  async exportOf(db, personId) {
    const rows = await db
      .select({
        title: packs.title,
        summary: packs.summary,
        slug: packs.slug,
        id: packs.id,
        madeAt: packs.createdAt,
        publishedAt: packs.publishedAt,
      })
      .from(packs)
      .where(eq(packs.createdBy, personId))
      .orderBy(packs.createdAt);
    return [
      {
        key: "packs",
        title: m.packs_data_made(),
        columns: { title: m.personal_title(), summary: m.personal_text(), madeAt: m.personal_when() },
        rows,
      },
    ];
  },
};
