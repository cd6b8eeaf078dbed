import { z } from "zod";

/** A box that is not ticked is not sent. */
export const settingsForm = z.object({
  secondFactorRequired: z
    .string()
    .optional()
    .catch(undefined)
    .transform((value) => value === "yes"),
});
