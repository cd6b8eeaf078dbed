import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { Done } from "../components/done";
import { NeedList } from "../components/need-list";
import type { loader } from "./left-be.server";

export { action, loader } from "./left-be.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${m.networks_left_be()}: ${data.network.name}` : "");

/** What coordinators let be, to be taken up again. */
export default function LeftBe() {
  const { network, needs, more, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${network.slug}/coordinate`;
  return (
    <Page
      wide
      title={m.networks_left_be()}
      lead={m.networks_left_be_lead()}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: path, label: m.networks_tab_coordinate() },
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <Done done={refusal ? null : done} />
      {needs.length === 0 ? (
        <Empty title={m.networks_left_be_none()} text={m.networks_left_be_none_text()} />
      ) : (
        <Section title={m.networks_left_be_list()}>
          <NeedList needs={needs} leftBe />
          {more.map(({ kind, title, count }) => (
            <p key={kind} className="small mt-4">
              <AppLink to={`${path}/needs/${kind}?left=1`}>{m.networks_needs_all({ title, count })}</AppLink>
            </p>
          ))}
        </Section>
      )}
    </Page>
  );
}
