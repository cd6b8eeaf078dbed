import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { stateMeaning } from "../state";
import type { loader } from "./close.server";

export { action, loader } from "./close.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? m.networks_close_title({ network: data.head.name }) : m.networks_title());

export default function Close() {
  const { head } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${head.slug}`;
  return (
    <Page
      title={m.networks_close_title({ network: head.name })}
      crumbs={[
        { to: path, label: head.name },
        { to: `${path}/coordinate`, label: m.networks_tab_coordinate() },
        { to: `${path}/coordinate/settings`, label: m.networks_settings() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <p>{stateMeaning("closed")}</p>
      <p className="mt-4">{m.networks_close_text()}</p>
      <Form method="post" className="actions mt-6">
        <Button variant="danger">{m.networks_close()}</Button>
        <ButtonLink to={`${path}/coordinate/settings`}>{m.networks_back()}</ButtonLink>
      </Form>
    </Page>
  );
}
