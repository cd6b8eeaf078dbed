import { z } from "zod";
import { coordinatorDuties } from "~db/vocabulary/networks";

const day = z
  .string({ error: "networks_ends_on_missing" })
  .regex(/^\d{4}-\d\d-\d\d$/, "networks_ends_on_missing")
  .refine((text) => new Date(text).toJSON()?.startsWith(text) ?? false, "networks_ends_on_missing");

/** What becomes of a lead when somebody else takes over: a deputy for the rest of the term, or no coordinator. */
export const formerLeadChoices = ["deputy", "member"] as const;
export type FormerLead = (typeof formerLeadChoices)[number];

/** More people in charge than this are nobody in charge. */
export const MOST_COORDINATORS = 20;

/** Appointing a member as coordinator until the last day of a term. */
export const appointForm = z.object({
  personId: z.uuid("networks_appoint_whom"),
  duty: z.enum(coordinatorDuties, { error: "networks_duty_missing" }),
  endsOn: day,
  formerLead: z.enum(formerLeadChoices).catch("deputy"),
});

export type AppointInput = z.output<typeof appointForm>;
