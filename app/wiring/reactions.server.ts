import { sendPasswordChanged } from "~/features/accounts/emails/password-changed.server";
import { sendReset } from "~/features/accounts/emails/reset.server";
import { sendSignUpRepeated } from "~/features/accounts/emails/sign-up-repeated.server";
import { sendVerification } from "~/features/accounts/emails/verification.server";
import { refreshSchoolViews } from "~/features/schools/index.server";
import type { Fact } from "~/platform/events/announce.server";
import type { Services } from "~/platform/services/services.server";

/** What happens after a fact. Reloads current state, finishes quietly when the record is gone, may run twice. */
// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the fact it is listed under
export type Reaction = (services: Services, fact: any) => Promise<void>;

/** By kind of fact, the reactions by name. Read this to learn what happens when. */
export const reactions: Record<Fact["kind"], Record<string, Reaction>> = {
  "accounts.verification-wanted": { "accounts-verification-mail": sendVerification },
  "accounts.sign-up-repeated": { "accounts-sign-up-repeated-mail": sendSignUpRepeated },
  "accounts.reset-wanted": { "accounts-reset-mail": sendReset },
  "accounts.password-changed": { "accounts-password-changed-mail": sendPasswordChanged },
  "schools.imported": { "schools-views": refreshSchoolViews },
  "schools.changed": { "schools-views": refreshSchoolViews },
};
