import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { TextArea } from "~/ui/fields/text-field";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import type { loader } from "./decline.server";

export { action, loader } from "./decline.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_decline_title({ person: data.person }) : "");

const decidedSentences = {
  admitted: m.networks_request_already_admitted,
  declined: m.networks_request_already_declined,
  withdrawn: m.networks_request_already_withdrawn,
};

export default function Decline() {
  const { network, person, message, where, decided } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const busy = useNavigation().state === "submitting";
  const back = `/networks/${network.slug}/coordinate`;
  return (
    <Page
      title={m.networks_decline_title({ person })}
      lead={m.networks_decline_lead({ network: network.name })}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: back, label: m.networks_tab_coordinate() },
      ]}
    >
      {where || message ? (
        <div className="mb-8">
          {where ? <p>{where}</p> : null}
          {message ? (
            <blockquote className="mt-2 whitespace-pre-line border-s-[3px] border-rule ps-4 text-ink-2">
              {message}
            </blockquote>
          ) : null}
        </div>
      ) : null}
      {decided ? (
        <Notice tone="amber">
          <p>{decidedSentences[decided]()}</p>
        </Notice>
      ) : null}
      <Form method="post" className="grid gap-6 *:mt-0">
        <FormErrors errors={refusal?.errors} />
        {decided ? null : (
          <TextArea
            label={m.networks_decline_reason()}
            hint={m.networks_decline_reason_hint()}
            name="reason"
            required
            maxLength={1000}
            defaultValue={refusal?.values.reason}
            error={refusal?.errors.reason}
          />
        )}
        <div className="actions">
          {decided ? null : (
            <Button variant="danger" busy={busy}>
              {m.networks_decline_send()}
            </Button>
          )}
          <ButtonLink to={back}>{m.networks_back()}</ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
