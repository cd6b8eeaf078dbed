import { z } from "zod";
import { LONGEST_LIST } from "./letter-limits";

/** The pasted list as it is; `readAddresses` reads it. */
const inviteForm = z.object({
  intent: z.literal("invite"),
  addresses: z
    .string({ error: "networks_addresses_missing" })
    .max(LONGEST_LIST, "networks_addresses_long")
    .refine((text) => text.trim() !== "", "networks_addresses_missing"),
});

const ofLetter = { invitationId: z.uuid("networks_letter_gone") };

/** What can be done on the page of the letters. */
export const lettersForm = z.discriminatedUnion(
  "intent",
  [
    inviteForm,
    z.object({ intent: z.literal("again"), ...ofLetter }),
    z.object({ intent: z.literal("withdraw"), ...ofLetter }),
  ],
  { error: "error_not_found" },
);
