import { desc, eq } from "drizzle-orm";
import { m } from "~/platform/i18n/messages";
import type { Personal } from "~/platform/personal/personal";
import { auditEntries } from "~db/schema";

/**
 * The audit log keeps what was done, by ids and words of closed lists alone (`audit` refuses others), so that nothing in
 * it names anybody once the person is gone. Its table is the platform's.
 */
export const administrationPersonal: Personal = {
  holds: {},
  async exportOf(db, personId) {
    const rows = await db
      .select({
        at: auditEntries.at,
        act: auditEntries.act,
        subjectType: auditEntries.subjectType,
        subjectId: auditEntries.subjectId,
      })
      .from(auditEntries)
      .where(eq(auditEntries.actorId, personId))
      .orderBy(desc(auditEntries.id));
    return [
      {
        key: "acts",
        title: m.admin_data_acts(),
        about: m.admin_data_acts_about(),
        columns: { at: m.personal_when(), act: m.personal_text(), subjectType: m.personal_kind() },
        rows,
      },
    ];
  },
};
