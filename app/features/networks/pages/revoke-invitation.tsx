import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import type { loader } from "./revoke-invitation.server";

export { action, loader } from "./revoke-invitation.server";

export const meta: MetaFunction<typeof loader> = () => pageTitle(m.networks_invitation_revoke_title());

export default function RevokeInvitation() {
  const { network, note, uses, revoked } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${network.slug}`;
  const back = `${path}/coordinate/invitations`;
  return (
    <Page
      title={m.networks_invitation_revoke_title()}
      lead={note || undefined}
      crumbs={[
        { to: path, label: network.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
        { to: back, label: m.networks_invitations() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <p>{revoked ? m.networks_invitation_revoked_already() : m.networks_invitation_revoke_text()}</p>
      {uses > 0 ? <p className="mt-4">{m.networks_invitation_revoke_members({ count: uses })}</p> : null}
      <Form method="post" className="actions mt-6">
        {revoked ? null : <Button variant="danger">{m.networks_invitation_revoke_confirm()}</Button>}
        <ButtonLink to={back}>{m.networks_back()}</ButtonLink>
      </Form>
    </Page>
  );
}
