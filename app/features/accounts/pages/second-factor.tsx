import type { HeadersFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formHeaders } from "~/platform/http/form-headers";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { CodeField } from "../components/code-field";
import { RecoveryCodes } from "../components/recovery-codes";
import { ScanForm } from "../components/scan-form";
import { PASSKEYS_PATH, secondFactorPath } from "../paths";
import type { loader } from "./second-factor.server";

export { action, loader } from "./second-factor.server";

export const meta = () => pageTitle(m.accounts_second_factor());

/** Secrets and recovery codes stand on this page: no browser keeps a copy. */
export const headers: HeadersFunction = (args) => {
  const all = new Headers(formHeaders(args));
  all.set("Cache-Control", "no-store");
  return all;
};

export default function SecondFactorPage() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<FormRefusal | { recoveryCodes: string[] }>();
  const codes = answer && "recoveryCodes" in answer ? answer.recoveryCodes : null;
  const refusal = answer && "errors" in answer ? answer : undefined;
  const { next, email } = data;
  return (
    <Page
      title={m.accounts_second_factor()}
      lead={codes ? undefined : m.accounts_second_factor_lead()}
      crumbs={[
        { to: "/settings", label: m.accounts_settings_title() },
        { to: "/settings/security", label: m.accounts_security_title() },
      ]}
    >
      {data.wanted && !codes ? (
        <Notice tone="amber">
          <p>{m.accounts_second_factor_wanted()}</p>
        </Notice>
      ) : null}
      {codes ? <RecoveryCodes codes={codes} next={next} /> : null}
      {!codes && data.state === "on" ? (
        <ChangeForm email={email} codesLeft={data.codesLeft} refusal={refusal} />
      ) : null}
      {data.state === "begun" ? (
        <ScanForm qr={data.qr} secret={data.secret} email={email} next={next} refusal={refusal} />
      ) : null}
      {data.state === "off" ? (
        <Form method="post" action={secondFactorPath(next)} className="mt-8">
          <Button variant="filled" name="intent" value="begin">
            {m.accounts_second_factor_begin()}
          </Button>
          <p className="mt-6">
            {m.accounts_second_factor_or()} <AppLink to={PASSKEYS_PATH}>{m.accounts_passkeys()}</AppLink>
          </p>
        </Form>
      ) : null}
    </Page>
  );
}

type ChangeFormProps = { email: string; codesLeft: number; refusal: FormRefusal | undefined };

/** New recovery codes, or an end to it: both ask for password and code. */
function ChangeForm({ email, codesLeft, refusal }: ChangeFormProps) {
  return (
    <Section title={m.accounts_second_factor_change()}>
      <p className="mt-4">{m.accounts_second_factor_on({ count: codesLeft })}</p>
      <Form method="post" action="/settings/second-factor" reloadDocument noValidate className="mt-4">
        <FormErrors errors={refusal?.errors} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <CodeField hint={m.accounts_code_hint()} error={refusal?.errors.code} />
        <PasswordField
          label={m.accounts_current_password()}
          name="currentPassword"
          autoComplete="current-password"
          error={refusal?.errors.currentPassword}
          required
        />
        <div className="actions mt-8">
          <Button name="intent" value="renew">
            {m.accounts_recovery_renew()}
          </Button>
          <Button variant="danger" name="intent" value="remove">
            {m.accounts_second_factor_turn_off()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
