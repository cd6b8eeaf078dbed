import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { LookAtYourMail } from "../components/look-at-your-mail";
import type { loader } from "./reset-password.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./reset-password.server";

export const meta = () => pageTitle(m.accounts_reset_ask_title());

export default function ResetPasswordPage() {
  const link = useLoaderData<typeof loader>();
  if (link.state === "sent") {
    return (
      <LookAtYourMail
        text={m.accounts_reset_sent_text()}
        seeMails={link.may.seeMails}
        action={<ButtonLink to="/reset-password">{m.accounts_start_again()}</ButtonLink>}
      />
    );
  }
  if (link.state === "over") {
    return (
      <Page title={m.accounts_link_over_title()} lead={m.accounts_reset_over_text()}>
        <ButtonLink to="/reset-password" variant="filled">
          {m.accounts_reset_again()}
        </ButtonLink>
      </Page>
    );
  }
  return link.state === "set" ? <SetPassword token={link.token} email={link.email} /> : <AskForLink />;
}

function AskForLink() {
  const refusal = useActionData<FormRefusal>();
  return (
    <Page title={m.accounts_reset_ask_title()} lead={m.accounts_reset_ask_lead()}>
      <Form method="post" noValidate>
        <FormErrors errors={refusal?.errors} />
        <TextField
          label={m.accounts_email()}
          name="email"
          type="email"
          autoComplete="username"
          error={refusal?.errors.email}
          defaultValue={refusal?.values.email}
          required
        />
        <Button variant="filled" className="mt-8">
          {m.accounts_reset_ask_button()}
        </Button>
      </Form>
    </Page>
  );
}

function SetPassword({ token, email }: { token: string; email: string }) {
  const refusal = useActionData<FormRefusal>();
  return (
    <Page title={m.accounts_reset_title()} lead={m.accounts_reset_lead({ email })}>
      <Form method="post" reloadDocument noValidate>
        <FormErrors errors={refusal?.errors} />
        <input type="hidden" name="token" value={token} />
        {/* Lets a password manager know whose password this is. */}
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={m.accounts_new_password()}
          name="password"
          autoComplete="new-password"
          hint={m.accounts_password_hint()}
          error={refusal?.errors.password}
          required
        />
        <Button variant="filled" className="mt-8">
          {m.accounts_reset_button()}
        </Button>
      </Form>
    </Page>
  );
}
