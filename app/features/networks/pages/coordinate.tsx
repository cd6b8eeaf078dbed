import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { live } from "~/platform/live/use-live";
import { ButtonLink } from "~/ui/button";
import { FormErrors } from "~/ui/fields/form-errors";
import { PageBody } from "~/ui/frame/page";
import { Notice } from "~/ui/notice";
import { AreaMap } from "../components/area-map";
import { CoordinateMore } from "../components/coordinate-more";
import { CoordinatorList } from "../components/coordinator-list";
import { Done } from "../components/done";
import { NetworkHead } from "../components/network-head";
import { RequestList } from "../components/request-list";
import type { loader } from "./coordinate.server";

export { action, loader } from "./coordinate.server";

export const handle = live;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${m.networks_tab_coordinate()}: ${data.head.name}` : m.networks_title());

export default function Coordinate() {
  const { head, joinPolicy, requests, total, coordinators, ownTerm, size, map, done } =
    useLoaderData<typeof loader>();
  const refusal = useActionData<FormRefusal>();
  return (
    <>
      <NetworkHead head={head} />
      <PageBody aside={<AreaMap map={map} name={head.name} size={size} />}>
        <FormErrors errors={refusal?.errors} />
        <Done done={refusal ? null : done} />
        {ownTerm ? (
          <div className="mb-8">
            <Notice tone="amber" title={m.networks_term_soon({ date: ownTerm.endsOn })}>
              <p>{ownTerm.duty === "lead" ? m.networks_term_soon_lead() : m.networks_term_soon_deputy()}</p>
            </Notice>
          </div>
        ) : null}
        {head.may.announce ? (
          <div className="actions mb-8">
            <ButtonLink to={`/networks/${head.slug}/coordinate/announce`}>{m.networks_announce()}</ButtonLink>
          </div>
        ) : null}
        <RequestList slug={head.slug} joinPolicy={joinPolicy} requests={requests} total={total} />
        <CoordinatorList slug={head.slug} coordinators={coordinators} mayAppoint={head.may.appoint} />
        <CoordinateMore slug={head.slug} />
      </PageBody>
    </>
  );
}
