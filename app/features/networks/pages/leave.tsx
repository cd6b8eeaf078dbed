import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import type { loader } from "./leave.server";

export { action, loader } from "./leave.server";

const titleOf = (network: string) => m.networks_leave_title({ network });

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data ? titleOf(data.head.name) : "");

export default function Leave() {
  const { head, needed, deputy } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  const network = head.name;
  const crumbs = [
    { to: "/networks", label: m.networks_title() },
    { to: path, label: network },
  ];
  if (needed) {
    return (
      <Page title={titleOf(network)} crumbs={crumbs}>
        <Notice tone="amber">
          <p>{needed === "lead" ? m.networks_leave_lead({ network }) : m.networks_leave_last({ network })}</p>
        </Notice>
        <div className="actions mt-6">
          {needed === "lead" ? (
            <ButtonLink variant="filled" to={`${path}/coordinate/appoint`}>
              {m.networks_hand_over()}
            </ButtonLink>
          ) : null}
          <ButtonLink to={path}>{m.networks_stay()}</ButtonLink>
        </div>
      </Page>
    );
  }
  return (
    <Page title={titleOf(network)} crumbs={crumbs}>
      <FormErrors errors={refusal?.errors} />
      <p>{m.networks_leave_text()}</p>
      {deputy ? <p className="mt-4">{m.networks_leave_deputy()}</p> : null}
      <Form method="post" className="actions mt-6">
        <Button variant="danger">{m.networks_leave_confirm()}</Button>
        <ButtonLink to={path}>{m.networks_stay()}</ButtonLink>
      </Form>
    </Page>
  );
}
