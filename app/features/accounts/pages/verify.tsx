import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PasswordField } from "~/ui/fields/password-field";
import { Page } from "~/ui/frame/page";
import type { loader } from "./verify.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./verify.server";

export const meta = () => pageTitle(m.accounts_verify_title());

export default function VerifyPage() {
  const link = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  if (link.state === "over") {
    return (
      <Page title={m.accounts_link_over_title()} lead={m.accounts_verify_over_text()}>
        <ButtonLink to="/sign-in" variant="filled">
          {m.accounts_sign_in_link()}
        </ButtonLink>
      </Page>
    );
  }
  const { name, token } = link;
  const elsewhere = link.state === "other browser";
  return (
    <Page
      title={m.accounts_verify_title()}
      lead={elsewhere ? m.accounts_verify_elsewhere({ name }) : m.accounts_verify_text({ name })}
    >
      <Form method="post" reloadDocument noValidate>
        <FormErrors errors={refusal?.errors} />
        <input type="hidden" name="token" value={token} />
        {elsewhere ? (
          <PasswordField
            label={m.accounts_password()}
            name="password"
            autoComplete="current-password"
            error={refusal?.errors.password}
            required
          />
        ) : null}
        <Button variant="filled" className={elsewhere ? "mt-8" : undefined}>
          {m.accounts_verify_button()}
        </Button>
      </Form>
    </Page>
  );
}
