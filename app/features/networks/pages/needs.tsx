import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { PageLinks } from "~/ui/page-links";
import { Section } from "~/ui/section";
import { Done } from "../components/done";
import { NeedList } from "../components/need-list";
import { Undo } from "../components/undo";
import type { loader } from "./needs.server";

export { action, loader } from "./needs.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.title}: ${data.network.name}` : "");

/** All needs of one kind, or those of it that were let be. */
export default function Needs() {
  const { network, kind, title, about, leftBe, needs, page, pages, count, exact, done, undo } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  const path = `/networks/${network.slug}/coordinate`;
  const hrefFor = (wanted: number) => `${path}/needs/${kind}?${leftBe ? "left=1&" : ""}page=${wanted}`;
  return (
    <Page
      wide
      title={title}
      lead={about}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: path, label: m.networks_tab_coordinate() },
        ...(leftBe ? [{ to: `${path}/left-be`, label: m.networks_left_be() }] : []),
      ]}
    >
      <FormErrors errors={refusal?.errors} />
      <Done done={refusal ? null : done}>
        <Undo need={undo} />
      </Done>
      {needs.length === 0 ? (
        <Empty title={m.networks_needs_none_of_kind()} text={m.networks_needs_none_of_kind_text()} />
      ) : (
        <Section
          title={exact ? m.networks_needs_count({ count }) : m.networks_needs_count_many({ count })}
          note={m.networks_needs_order()}
        >
          <NeedList needs={needs} leftBe={leftBe} />
          <PageLinks page={page} pages={pages} hrefFor={hrefFor} />
        </Section>
      )}
    </Page>
  );
}
