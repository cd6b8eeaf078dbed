import { z } from "zod";

/** Days within which a merge can be taken back. */
export const UNDO_DAYS = 30;

/** Whether a merge can still be taken back. */
export const isUndoable = (mergedAt: Date, now: Date) =>
  now.getTime() - mergedAt.getTime() < UNDO_DAYS * 86_400_000;

const id = z.uuid("schools_merge_choose");

/** What the pages of doubles post. */
export const mergingForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("merge"), survivingId: id, losingId: id }),
  z.object({ intent: z.literal("dismiss"), oneId: id, otherId: id }),
  z.object({ intent: z.literal("reopen"), oneId: id, otherId: id }),
  z.object({ intent: z.literal("undo"), mergeId: id }),
]);
