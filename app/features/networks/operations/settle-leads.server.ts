import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { networkToStaff } from "../locks.server";
import { dayOf } from "../term";
import { settleLead, wronglyMarked } from "../vacancy.server";

/**
 * Marks networks whose lead's term has ended, or whose lead is gone. Run by the schedule just after midnight in UTC, when
 * terms end, and each hour, should the house have stood still then.
 */
export async function settleLeads(services: Pick<Services, "db">, now = new Date()): Promise<void> {
  for (const slug of await wronglyMarked(services.db, dayOf(now))) {
    await transaction(services.db, async (tx) => {
      const network = await networkToStaff(tx, slug, dayOf(now));
      await settleLead(tx, system, network.id, now);
    });
  }
}
