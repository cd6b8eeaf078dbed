import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { TextField } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { PasskeySignIn } from "../components/passkey-sign-in";
import { signUpPath } from "../paths";
import type { loader } from "./sign-in.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./sign-in.server";

export const meta = () => pageTitle(m.accounts_sign_in_title());

export default function SignInPage() {
  const { next: wished, passkeys } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const { errors = {}, values = {} } = refusal ?? {};
  // The form posts to /sign-in itself: after a refusal only what was posted knows where to go.
  const next = values.next ?? wished;
  return (
    <Page title={m.accounts_sign_in_title()}>
      <Form method="post" action="/sign-in" reloadDocument noValidate>
        <FormErrors errors={refusal?.errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label={m.accounts_email()}
          name="email"
          type="email"
          autoComplete={passkeys ? "username webauthn" : "username"}
          error={errors.email}
          defaultValue={values.email}
          required
        />
        <PasswordField
          label={m.accounts_password()}
          name="password"
          autoComplete="current-password"
          error={errors.password}
          required
        />
        <Button variant="filled" className="mt-8">
          {m.accounts_sign_in_button()}
        </Button>
      </Form>
      {passkeys ? <PasskeySignIn action="/sign-in" next={next} offerInField /> : null}
      <p className="mt-8">
        <AppLink to="/reset-password">{m.accounts_sign_in_forgot()}</AppLink>
      </p>
      <p className="mt-3">
        {m.accounts_sign_in_new()} <AppLink to={signUpPath(next)}>{m.accounts_sign_up_link()}</AppLink>
      </p>
    </Page>
  );
}
