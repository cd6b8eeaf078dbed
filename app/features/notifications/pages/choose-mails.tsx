import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { ChoiceRow } from "../components/choice-row";
import { HourFields } from "../components/hour-fields";
import type { loader } from "./choose-mails.server";

export { action, loader } from "./choose-mails.server";

export const meta = () => pageTitle(m.notifications_settings());

/** How a person learns of each kind by mail, and at which hours. */
export default function ChooseMails() {
  const { kinds, times, said, zones, weekdays, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.notifications_settings()}
      lead={m.notifications_settings_lead()}
      crumbs={[{ to: "/settings", label: m.notifications_settings_crumb() }]}
    >
      {done && !refusal ? (
        <div className="mb-8">
          <Notice tone="board" role="status">
            <p>{m.notifications_settings_saved()}</p>
          </Notice>
        </div>
      ) : null}
      <Form method="post" noValidate>
        <FormErrors errors={refusal?.errors} />
        <Section title={m.notifications_settings_kinds()}>
          {kinds.map(({ kind, name, choice }) => (
            <ChoiceRow
              key={kind}
              kind={kind}
              name={name}
              choice={refusal?.values[kind] ?? choice}
              error={refusal?.errors[kind]}
            />
          ))}
        </Section>
        <Section title={m.notifications_settings_hours()}>
          <HourFields {...{ times, said, zones, weekdays, refusal }} />
        </Section>
        <div className="actions mt-8">
          <Button variant="filled">{m.notifications_settings_save()}</Button>
        </div>
      </Form>
    </Page>
  );
}
