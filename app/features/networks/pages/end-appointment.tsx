import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import type { loader } from "./end-appointment.server";

export { action, loader } from "./end-appointment.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_end_title({ person: data.person }) : "");

export default function EndAppointment() {
  const { network, person } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const back = `/networks/${network.slug}/coordinate`;
  return (
    <Page
      title={m.networks_end_title({ person })}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: back, label: m.networks_tab_coordinate() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <p>{m.networks_end_text({ person, network: network.name })}</p>
      <Form method="post" className="actions mt-6">
        <Button variant="danger">{m.networks_end_confirm()}</Button>
        <ButtonLink to={back}>{m.networks_back()}</ButtonLink>
      </Form>
    </Page>
  );
}
