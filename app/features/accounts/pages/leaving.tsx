import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import type { loader } from "./leaving.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./leaving.server";

export const meta = () => pageTitle(m.accounts_leaving_meta());

/** All that is left of the site for who has asked for their account to be deleted. */
export default function LeavingPage() {
  const { email, date, late } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.accounts_leaving_title({ date })}
      lead={<span className="wrap-anywhere">{m.accounts_leaving_lead({ email })}</span>}
    >
      <FormErrors errors={refusal?.errors} />
      <p>{late ? m.accounts_keep_late() : m.accounts_leaving_text()}</p>
      <div className="actions mt-8">
        {late ? null : (
          <Form method="post" action="/leaving" reloadDocument>
            <Button variant="filled">{m.accounts_keep_button()}</Button>
          </Form>
        )}
        <Form method="post" action="/sign-out" reloadDocument>
          <Button>{m.ui_sign_out()}</Button>
        </Form>
      </div>
    </Page>
  );
}
