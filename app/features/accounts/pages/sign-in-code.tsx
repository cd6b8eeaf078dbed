import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { CodeField } from "../components/code-field";
import { PasskeySignIn } from "../components/passkey-sign-in";
import { codePath, signInPath } from "../paths";
import type { loader } from "./sign-in-code.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./sign-in-code.server";

export const meta = () => pageTitle(m.accounts_code_title());

function leadOf({ app, passkey }: { app: boolean; passkey: boolean }): string {
  if (app && passkey) return m.accounts_code_lead_both();
  return passkey ? m.accounts_code_lead_passkey() : m.accounts_code_lead();
}

export default function SignInCodePage() {
  const { next, app, passkey } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page title={m.accounts_code_title()} lead={leadOf({ app, passkey })}>
      <Form method="post" action={codePath(next)} reloadDocument noValidate>
        <FormErrors errors={refusal?.errors} />
        <CodeField
          hint={app ? m.accounts_code_sign_in_hint() : m.accounts_code_recovery_hint()}
          error={refusal?.errors.code}
        />
        <Button variant="filled" className="mt-8">
          {m.accounts_sign_in_button()}
        </Button>
      </Form>
      {passkey ? <PasskeySignIn action={codePath(next)} next={next} /> : null}
      <p className="mt-8">{m.accounts_code_lost()}</p>
      <p className="mt-3">
        <AppLink to={signInPath(next)}>{m.accounts_code_again()}</AppLink>
      </p>
    </Page>
  );
}
