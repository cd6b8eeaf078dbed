import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { Done } from "../components/done";
import { InvitationForm } from "../components/invitation-form";
import { InvitationRow } from "../components/invitation-row";
import { NewLink } from "../components/new-link";
import type { loader } from "./invitations.server";

export { action, loader } from "./invitations.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_invitations_title({ network: data.head.name }) : m.networks_title());

type Answer = FormRefusal | { made: { id: string; url: string } };

export default function Invitations() {
  const { head, locale, formKey, invitations, done } = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const made = answer && "made" in answer ? answer.made : null;
  const refusal = answer && "errors" in answer ? answer : undefined;
  const path = `/networks/${head.slug}`;
  return (
    <Page
      title={m.networks_invitations_title({ network: head.name })}
      lead={m.networks_invitations_lead()}
      crumbs={[
        { to: path, label: head.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <Done done={answer ? null : done} />
      {made ? <NewLink key={made.id} url={made.url} /> : null}
      <Section title={m.networks_invitations_new()}>
        {/* Another key, another form: what was typed for the last link goes. */}
        <InvitationForm key={made?.id} formKey={formKey} refusal={refusal} />
      </Section>
      {invitations.length === 0 ? (
        <div className="mt-12">
          <Empty title={m.networks_invitations_none()} text={m.networks_invitations_none_text()} />
        </div>
      ) : (
        <Section title={m.networks_invitations_made()} note={m.networks_invitations_order()}>
          <Register>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                isNew={invitation.id === made?.id}
                locale={locale}
                path={`${path}/coordinate/invitations`}
              />
            ))}
          </Register>
        </Section>
      )}
    </Page>
  );
}
