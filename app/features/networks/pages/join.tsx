import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Button, ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PageBody } from "~/ui/frame/page";
import { SquaredHead } from "~/ui/frame/squared-head";
import type { loader } from "./join.server";

export { unlistedHeaders as headers } from "~/platform/http/unlisted";
export { action, loader } from "./join.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data ? m.networks_invited_title({ network: data.network.name }) : m.networks_title()),
  { name: "robots", content: "noindex, nofollow" },
];

export default function Join() {
  const { network, invitedBy, state } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <>
      <SquaredHead
        over={network.where}
        title={m.networks_invited_title({ network: network.name })}
        lead={network.summary}
      />
      <PageBody>
        <FormErrors errors={state === "over" ? null : refusal?.errors} />
        {state === "valid" ? (
          <p className="mb-6">
            {invitedBy
              ? m.networks_invited_by({ person: invitedBy, network: network.name })
              : m.networks_invited({ network: network.name })}
          </p>
        ) : null}
        <Way />
      </PageBody>
    </>
  );
}

/** What the holder of the link can do with it. */
function Way() {
  const { network, state, visitor, here } = useLoaderData<typeof loader>();
  const busy = useNavigation().state === "submitting";
  const next = `?next=${encodeURIComponent(here)}`;
  const toNetwork = (variant: "filled" | "outlined") => (
    <ButtonLink variant={variant} to={`/networks/${network.slug}`}>
      {m.networks_to_network({ network: network.name })}
    </ButtonLink>
  );
  if (state === "member") {
    return (
      <>
        <p className="mb-6">{m.networks_invited_member({ network: network.name })}</p>
        <div className="actions">{toNetwork("filled")}</div>
      </>
    );
  }
  if (state === "over") {
    return (
      <>
        <p className="mb-6">{m.networks_invitation_over()}</p>
        <div className="actions">{toNetwork("outlined")}</div>
      </>
    );
  }
  if (visitor) {
    return (
      <>
        <div className="actions">
          <ButtonLink variant="filled" to={`/sign-in${next}`}>
            {m.networks_sign_in_to_join()}
          </ButtonLink>
          <ButtonLink to={`/sign-up${next}`}>{m.networks_sign_up()}</ButtonLink>
        </div>
        <p className="small mt-4">{m.networks_invited_sign_in()}</p>
      </>
    );
  }
  return (
    <Form method="post" className="actions">
      <Button variant="filled" busy={busy}>
        {m.networks_join()}
      </Button>
      {toNetwork("outlined")}
    </Form>
  );
}
