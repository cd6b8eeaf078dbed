import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { CheckField } from "~/ui/fields/check-field";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { CodeField } from "../components/code-field";
import { ProofFields } from "../components/proof-fields";
import type { loader } from "./delete-account.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./delete-account.server";

export const meta = () => pageTitle(m.accounts_delete_title());

export default function DeleteAccountPage() {
  const { email, days, missed, codeWanted } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.accounts_delete_title()}
      lead={m.accounts_delete_lead({ days })}
      crumbs={[
        { to: "/settings", label: m.accounts_settings_title() },
        { to: "/settings/data", label: m.accounts_data_title() },
      ]}
    >
      {missed.map(({ sentence, link }) => (
        <Notice key={link.path} tone="amber" title={<span className="wrap-anywhere">{sentence}</span>}>
          <p>
            <AppLink to={link.path} className="wrap-anywhere">
              {link.label}
            </AppLink>
          </p>
        </Notice>
      ))}
      <WhatHappens days={days} />
      <Section title={m.accounts_delete_title()}>
        <Form method="post" action="/settings/delete" reloadDocument noValidate className="mt-4">
          <FormErrors errors={refusal?.errors} />
          <ProofFields email={email} refusal={refusal} />
          {codeWanted ? (
            <CodeField hint={m.accounts_code_sign_in_hint()} error={refusal?.errors.code} />
          ) : null}
          <CheckField
            label={m.accounts_delete_sure({ days })}
            name="sure"
            value="yes"
            defaultChecked={refusal?.values.sure === "yes"}
            error={refusal?.errors.sure}
          />
          <Button variant="danger" className="mt-8">
            {m.accounts_delete_button()}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}

function WhatHappens({ days }: { days: number }) {
  return (
    <>
      <Section title={m.accounts_delete_goes()}>
        <ul className="prose mt-4">
          <li>{m.accounts_delete_goes_account()}</li>
          <li>{m.accounts_delete_goes_networks()}</li>
          <li>{m.accounts_delete_goes_own()}</li>
        </ul>
      </Section>
      <Section title={m.accounts_delete_stays()}>
        <ul className="prose mt-4">
          <li>{m.accounts_delete_stays_content({ name: m.former_member() })}</li>
          <li>{m.accounts_delete_stays_log()}</li>
        </ul>
      </Section>
      <Section title={m.accounts_delete_until({ days })}>
        <p className="mt-4">{m.accounts_delete_until_text()}</p>
        <p className="mt-4">
          <AppLink to="/settings/data">{m.accounts_delete_export_first()}</AppLink>
        </p>
      </Section>
    </>
  );
}
