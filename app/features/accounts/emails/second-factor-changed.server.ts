import { m } from "~/platform/i18n/messages";
import type { Services } from "~/platform/services/services.server";
import { writeToPerson } from "./write-to-person.server";

const sentences = {
  "set-up": m.accounts_mail_factor_set_up,
  removed: m.accounts_mail_factor_removed,
  reset: m.accounts_mail_factor_reset,
  "passkey-added": m.accounts_mail_passkey_added,
  "passkey-removed": m.accounts_mail_passkey_removed,
};

/** Tells a person that their second factor changed, in case it was not they who did it. */
export const sendSecondFactorChanged = (
  services: Services,
  { personId, change, occasion }: { personId: string; change: keyof typeof sentences; occasion: string },
): Promise<void> =>
  writeToPerson(services, personId, `second-factor-${occasion}`, ({ name }) => ({
    subject: m.accounts_mail_factor_subject(),
    greeting: m.accounts_mail_greeting({ name }),
    paragraphs: [
      sentences[change](),
      // A new password leaves passkeys as they are.
      change === "passkey-added" ? m.accounts_mail_passkey_not_you() : m.accounts_mail_factor_not_you(),
    ],
    button: {
      label: m.accounts_mail_factor_button(),
      url: `${services.config.appUrl}/settings/${change === "passkey-added" ? "passkeys" : "security"}`,
    },
  }));
