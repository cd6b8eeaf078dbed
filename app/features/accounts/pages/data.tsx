import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { ProofFields } from "../components/proof-fields";
import type { loader } from "./data.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./data.server";

export const meta = () => pageTitle(m.accounts_data_title());

export default function DataPage() {
  const { email, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.accounts_data_title()}
      lead={m.accounts_data_lead()}
      crumbs={[{ to: "/settings", label: m.accounts_settings_title() }]}
    >
      {done && !refusal ? (
        <Notice tone={done === "kept" ? "board" : "amber"} role="status">
          <p>{done === "kept" ? m.accounts_kept() : m.accounts_data_over()}</p>
        </Notice>
      ) : null}
      <Section title={m.accounts_data_copy()}>
        <p className="mt-4">{m.accounts_data_copy_text()}</p>
        <Form method="post" action="/settings/data" reloadDocument noValidate className="mt-4">
          <FormErrors errors={refusal?.errors} />
          <ProofFields email={email} refusal={refusal} />
          <Button variant="filled" className="mt-8">
            {m.accounts_data_button()}
          </Button>
        </Form>
      </Section>
      <Section title={m.accounts_delete_title()}>
        <p className="mt-4">{m.accounts_delete_text()}</p>
        <p className="mt-4">
          <ButtonLink to="/settings/delete">{m.accounts_delete_title()}</ButtonLink>
        </p>
      </Section>
    </Page>
  );
}
