import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Page } from "~/ui/frame/page";
import type { loader } from "./never-again.server";

export { unlistedHeaders as headers } from "~/platform/http/unlisted";
export { action, loader } from "./never-again.server";

export const meta: MetaFunction<typeof loader> = () => [
  ...pageTitle(m.networks_never_title()),
  { name: "robots", content: "noindex, nofollow" },
];

export default function NeverAgain() {
  const { network, done } = useLoaderData<typeof loader>();
  const busy = useNavigation().state === "submitting";
  return (
    <Page title={done ? m.networks_never_done_title() : m.networks_never_title()}>
      <p>
        {done
          ? m.networks_never_done({ network: network.name })
          : m.networks_never_text({ network: network.name })}
      </p>
      {done ? null : (
        <Form method="post" className="actions mt-6">
          <Button variant="filled" busy={busy}>
            {m.networks_never_confirm()}
          </Button>
          <ButtonLink to={`/networks/${network.slug}`}>
            {m.networks_to_network({ network: network.name })}
          </ButtonLink>
        </Form>
      )}
    </Page>
  );
}
