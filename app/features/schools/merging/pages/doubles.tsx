import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { Page } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { PairRow } from "../components/pair-row";
import { PickTwo } from "../components/pick-two";
import { RecentMerges } from "../components/recent-merges";
import type { loader } from "./doubles.server";

export { formHeaders as headers } from "~/platform/http/form-headers";
export { action, loader } from "./doubles.server";

export const meta = () => pageTitle(m.schools_doubles_title());

const dones = {
  merged: m.schools_doubles_merged,
  apart: m.schools_doubles_apart,
  again: m.schools_doubles_again,
  parted: m.schools_doubles_parted,
};

/** Records that may be one school, for administrators. */
export default function Doubles() {
  const { open, total, page, pages, dismissed, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <Page
      title={m.schools_doubles_title()}
      lead={m.schools_doubles_lead()}
      crumbs={[{ to: "/admin", label: m.administration_title() }]}
    >
      <FormErrors errors={refusal?.errors} />
      {done && !refusal ? (
        <Notice tone="board" role="status">
          <p>{dones[done]()}</p>
        </Notice>
      ) : null}
      <Section
        title={m.schools_doubles_open()}
        note={total > 0 ? m.schools_doubles_count({ count: total }) : undefined}
      >
        {open.length === 0 ? (
          <Empty title={m.schools_doubles_none()} text={m.schools_doubles_none_text()} />
        ) : (
          <Register>
            {open.map((pair) => (
              <PairRow key={pair.one.id + pair.other.id} pair={pair} />
            ))}
          </Register>
        )}
        <PageLinks {...{ page, pages }} hrefFor={(each) => `/admin/schools?page=${each}`} />
      </Section>
      <PickTwo />
      <RecentMerges />
      {dismissed.length === 0 ? null : (
        <Section title={m.schools_doubles_dismissed()}>
          <Register>
            {dismissed.map((pair) => (
              <PairRow key={pair.one.id + pair.other.id} pair={pair} dismissed />
            ))}
          </Register>
        </Section>
      )}
    </Page>
  );
}
