import { Form } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { PASSKEYS_PATH } from "../paths";
import { CodeField } from "./code-field";
import { usePasskeys } from "./use-passkeys";

type BeginPasskeyFormProps = { email: string; app: boolean; refusal: FormRefusal | undefined };

/** The first half of adding: proof that it is the owner. Needs scripts, for browsers make passkeys with them alone. */
export function BeginPasskeyForm({ email, app, refusal }: BeginPasskeyFormProps) {
  const able = usePasskeys();
  if (!able) return <p className="mt-4">{m.accounts_passkey_unable()}</p>;
  return (
    <Form method="post" action={PASSKEYS_PATH} noValidate className="mt-4">
      <FormErrors errors={refusal?.errors} />
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={m.accounts_current_password()}
        name="currentPassword"
        autoComplete="current-password"
        error={refusal?.errors.currentPassword}
        required
      />
      {app ? <CodeField hint={m.accounts_code_hint()} error={refusal?.errors.code} /> : null}
      <Button variant="filled" className="mt-8" name="intent" value="begin">
        {m.accounts_passkey_add()}
      </Button>
    </Form>
  );
}
