import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import type { loader } from "./settings-email.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./settings-email.server";

export const meta = () => pageTitle(m.accounts_change_title());

export default function SettingsEmailPage() {
  const { email, change, withdrawn, triedAgain } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.accounts_change_title()}
      lead={m.accounts_settings_email({ email })}
      crumbs={[{ to: "/settings", label: m.accounts_settings_title() }]}
    >
      {withdrawn && !refusal ? (
        <Notice tone="board" role="status">
          <p>{m.accounts_change_withdrawn()}</p>
        </Notice>
      ) : null}
      {triedAgain && !refusal ? (
        <Notice tone="board" role="status">
          <p className="wrap-anywhere">{m.accounts_mail_again({ email })}</p>
        </Notice>
      ) : null}
      {change ? <Waiting {...change} /> : null}
      <Section title={m.accounts_change_new()}>
        <p className="mt-4">{m.accounts_change_text()}</p>
        <Form method="post" action="/settings/email" reloadDocument noValidate className="mt-4">
          <FormErrors errors={refusal?.errors} />
          <TextField
            label={m.accounts_change_new()}
            name="email"
            type="email"
            autoComplete="email"
            error={refusal?.errors.email}
            defaultValue={refusal?.values.email}
            required
          />
          <PasswordField
            label={m.accounts_current_password()}
            name="currentPassword"
            autoComplete="current-password"
            error={refusal?.errors.currentPassword}
            required
          />
          <Button variant="filled" className="mt-8" name="intent" value="ask">
            {m.accounts_change_button()}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}

type WaitingProps = { newEmail: string; confirmed: boolean; agreed: boolean };

/** A change on its way: what each address has said so far. */
function Waiting({ newEmail, confirmed, agreed }: WaitingProps) {
  return (
    <Notice
      tone="amber"
      title={<span className="wrap-anywhere">{m.accounts_change_waits({ email: newEmail })}</span>}
    >
      <p>{confirmed ? m.accounts_change_new_yes() : m.accounts_change_new_open()}</p>
      <p>{agreed ? m.accounts_change_old_yes() : m.accounts_change_old_open()}</p>
      <Form method="post" action="/settings/email" className="mt-2">
        <Button small name="intent" value="withdraw">
          {m.accounts_change_withdraw()}
        </Button>
      </Form>
    </Notice>
  );
}
