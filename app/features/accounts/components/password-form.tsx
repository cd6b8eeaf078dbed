import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";

/** Changes the password; the current one proves that it is not somebody at a browser left open. */
export function PasswordForm({ email, refusal }: { email: string; refusal: FormRefusal | undefined }) {
  return (
    <Form method="post" action="/settings" reloadDocument noValidate className="mt-4">
      <FormErrors errors={refusal?.errors} />
      {/* Lets a password manager know whose password this is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={m.accounts_current_password()}
        name="currentPassword"
        autoComplete="current-password"
        error={refusal?.errors.currentPassword}
        required
      />
      <PasswordField
        label={m.accounts_new_password()}
        name="password"
        autoComplete="new-password"
        hint={m.accounts_password_hint()}
        error={refusal?.errors.password}
        required
      />
      <p className="small mt-6">{m.accounts_settings_password_hint()}</p>
      <Button className="mt-4" name="intent" value="password">
        {m.accounts_settings_password_button()}
      </Button>
    </Form>
  );
}
