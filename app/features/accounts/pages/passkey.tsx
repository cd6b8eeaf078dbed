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
import { PASSKEYS_PATH } from "../paths";
import type { loader } from "./passkey.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./passkey.server";

export const meta = () => pageTitle(m.accounts_passkey());

/** One passkey: another name, or an end to it. */
export default function PasskeyPage() {
  const { id, name, last, email } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const renaming = refusal?.values.intent === "rename" ? refusal : undefined;
  const removing = renaming ? undefined : refusal;
  const path = `${PASSKEYS_PATH}/${id}`;
  return (
    <Page
      title={<span className="wrap-anywhere">{name}</span>}
      crumbs={[
        { to: "/settings/security", label: m.accounts_security_title() },
        { to: PASSKEYS_PATH, label: m.accounts_passkeys() },
      ]}
    >
      <Section title={m.accounts_passkey_rename()}>
        <Form method="post" action={path} reloadDocument noValidate className="mt-4">
          <FormErrors errors={renaming?.errors} />
          <TextField
            label={m.accounts_passkey_name()}
            name="name"
            hint={m.accounts_passkey_name_hint()}
            error={renaming?.errors.name}
            defaultValue={renaming?.values.name ?? name}
            maxLength={60}
            autoComplete="off"
            required
          />
          <Button className="mt-8" name="intent" value="rename">
            {m.accounts_passkey_rename_button()}
          </Button>
        </Form>
      </Section>
      <Section title={m.accounts_passkey_remove()}>
        <p className="mt-4">{m.accounts_passkey_remove_text()}</p>
        {last ? (
          <Notice tone="amber">
            <p>{m.accounts_passkey_remove_last()}</p>
          </Notice>
        ) : null}
        <Form method="post" action={path} reloadDocument noValidate className="mt-4">
          <FormErrors errors={removing?.errors} />
          <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={m.accounts_current_password()}
            name="currentPassword"
            autoComplete="current-password"
            error={removing?.errors.currentPassword}
            required
          />
          <Button variant="danger" className="mt-8" name="intent" value="remove">
            {m.accounts_passkey_remove()}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
