import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { PasswordField } from "~/ui/fields/password-field";

/** Asks who is signed in for their password, in case it is somebody at a browser left open. */
export function ProofFields({ email, refusal }: { email: string; refusal: FormRefusal | undefined }) {
  return (
    <>
      {/* Lets a password manager know whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={m.accounts_current_password()}
        name="currentPassword"
        autoComplete="current-password"
        error={refusal?.errors.currentPassword}
        required
      />
    </>
  );
}
