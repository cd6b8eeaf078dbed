import { eq } from "drizzle-orm";
import { announce } from "~/platform/events/announce.server";
import { forgetAllTries } from "~/platform/limits/limits.server";
import type { Personal } from "~/platform/personal/personal";
import { people } from "~db/schema";
import { accountSections } from "./data-sections.server";
import type { AccountsFact } from "./facts";
import { limitKeysOf } from "./tries.server";

/** What accounts hold of people: everything that makes an account. Foreign keys delete it with the person. */
export const accountsPersonal: Personal = {
  holds: {
    people: {
      name: "exported",
      email: "exported",
      password_hash: "deleted",
      site_roles: "exported",
      locale: "exported",
      search_text: "deleted",
    },
    seen_quarters: { person_id: "exported" },
    passkeys: {
      ...{ person_id: "exported", name: "exported", credential_id: "deleted", public_key: "deleted" },
      ...{ user_handle: "deleted", transports: "no words" },
    },
    spent_challenges: "no words",
    account_deletions: { person_id: "deleted" },
    school_stays: { person_id: "exported" },
    sessions: { id: "deleted", person_id: "exported", browser: "exported", system: "exported" },
    pending_sign_ins: { id: "deleted", person_id: "deleted" },
    second_factors: { person_id: "exported", sealed_secret: "deleted" },
    recovery_codes: { id: "deleted", person_id: "deleted" },
    email_tokens: { id: "deleted", person_id: "deleted", purpose: "no words" },
    known_browsers: {
      person_id: "exported",
      token_hash: "deleted",
      browser: "exported",
      system: "exported",
    },
    email_changes: { person_id: "exported", new_email: "exported" },
    email_change_tokens: { id: "deleted", side: "no words" },
  },
  exportOf: accountSections,
  async erase(tx, personId) {
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
    if (!person) return;
    await forgetAllTries(tx, limitKeysOf(personId, person.email));
    // Indexed anew once the row is gone: then nothing is found of them.
    await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: personId });
  },
};
