import { z } from "zod";
import { INVITATION_DAYS, LONGEST_NOTE, MOST_USES } from "./invitation";

/** Making a link: for whom (a note), how long, for how many; no number means any. */
export const invitationForm = z.object({
  formKey: z.uuid("networks_invitation_form_old"),
  note: z
    .string()
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().max(LONGEST_NOTE, "networks_invitation_note_long"))
    .default(""),
  days: z
    .string({ error: "networks_invitation_days_missing" })
    .transform(Number)
    .pipe(z.literal(INVITATION_DAYS, "networks_invitation_days_missing")),
  usesLimit: z
    .string()
    .trim()
    .regex(/^\d{0,9}$/, "networks_invitation_limit_odd")
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(
      z
        .number()
        .min(1, "networks_invitation_limit_odd")
        .max(MOST_USES, "networks_invitation_limit_odd")
        .nullable(),
    )
    .default(null),
});

export type InvitationInput = z.output<typeof invitationForm>;
