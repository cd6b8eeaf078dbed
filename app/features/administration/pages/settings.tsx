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
import type { loader } from "./settings.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./settings.server";

export const meta = () => pageTitle(m.administration_settings_title());

export default function SiteSettingsPage() {
  const { secondFactorRequired, saved } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page title={m.administration_settings_title()} lead={m.administration_settings_lead()}>
      {saved && !refusal ? (
        <Notice tone="board" role="status">
          <p>{m.administration_saved()}</p>
        </Notice>
      ) : null}
      <Form method="post" reloadDocument className="mt-4">
        <FormErrors errors={refusal?.errors} />
        <CheckField
          label={m.administration_second_factor()}
          name="secondFactorRequired"
          value="yes"
          hint={m.administration_second_factor_hint()}
          error={refusal?.errors.secondFactorRequired}
          defaultChecked={refusal ? refusal.values.secondFactorRequired === "yes" : secondFactorRequired}
        />
        {refusal?.errors.secondFactorRequired ? (
          <p className="mt-4">
            <AppLink to="/settings/second-factor?next=/admin/settings">
              {m.administration_second_factor_own()}
            </AppLink>
          </p>
        ) : null}
        <Button variant="filled" className="mt-8">
          {m.administration_save()}
        </Button>
      </Form>
    </Page>
  );
}
