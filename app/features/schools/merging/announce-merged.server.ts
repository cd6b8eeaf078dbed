import { announce } from "~/platform/events/announce.server";
import type { Transaction } from "~db/transaction.server";
import type { SchoolsFact } from "../facts";
import type { MovedMerge } from "./journal.server";

/**
 * Tells of both schools at once: the reactions look at what each is now, the teachers of both among it.
 * @param country of both
 */
export const announceMerged = (
  tx: Transaction,
  country: string,
  { losingId, survivingId }: Pick<MovedMerge, "losingId" | "survivingId">,
) =>
  announce<SchoolsFact>(tx, {
    kind: "schools.changed",
    country,
    schoolIds: `${losingId},${survivingId}`,
  });
