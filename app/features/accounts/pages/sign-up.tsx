import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import { LookAtYourMail } from "../components/look-at-your-mail";
import { signInPath } from "../paths";
import type { loader } from "./sign-up.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./sign-up.server";

export const meta = () => pageTitle(m.accounts_sign_up_title());

export default function SignUpPage() {
  const { sent, next, may } = useLoaderData<typeof loader>();
  if (sent) {
    return (
      <LookAtYourMail
        text={m.accounts_sign_up_sent_text()}
        seeMails={may.seeMails}
        action={<ButtonLink to="/sign-up">{m.accounts_start_again()}</ButtonLink>}
      />
    );
  }
  return (
    <Page title={m.accounts_sign_up_title()} lead={m.accounts_sign_up_lead()} aside={<WhatFor />}>
      <SignUpForm next={next} />
      <p className="mt-8">
        {m.accounts_sign_up_have()} <AppLink to={signInPath(next)}>{m.accounts_sign_in_link()}</AppLink>
      </p>
    </Page>
  );
}

function WhatFor() {
  return (
    <Section title={m.accounts_sign_up_why()}>
      <Register>
        <RegisterRow title={m.accounts_sign_up_why_network()} />
        <RegisterRow title={m.accounts_sign_up_why_school()} />
      </Register>
      <p className="small mt-4">{m.accounts_sign_up_why_free()}</p>
    </Section>
  );
}

function SignUpForm({ next }: { next: string }) {
  const refusal = useActionData<FormRefusal>();
  const { errors = {}, values = {} } = refusal ?? {};
  return (
    <Form method="post" reloadDocument noValidate>
      <FormErrors errors={refusal?.errors} />
      <input type="hidden" name="next" value={values.next ?? next} />
      <TextField
        label={m.accounts_name()}
        name="name"
        autoComplete="name"
        hint={m.accounts_name_hint()}
        error={errors.name}
        defaultValue={values.name}
        required
      />
      <TextField
        label={m.accounts_email()}
        name="email"
        type="email"
        autoComplete="email"
        error={errors.email}
        defaultValue={values.email}
        required
      />
      <PasswordField
        label={m.accounts_password()}
        name="password"
        autoComplete="new-password"
        hint={m.accounts_password_hint()}
        error={errors.password}
        required
      />
      <Button variant="filled" className="mt-8">
        {m.accounts_sign_up_button()}
      </Button>
    </Form>
  );
}
