import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { FormRefusal } from "~/platform/http/forms.server";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { useKeptAnswer } from "~/platform/live/use-kept-answer";
import { live } from "~/platform/live/use-live";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { FormErrors } from "~/ui/fields/form-errors";
import { PageBody } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { AreaMap } from "../components/area-map";
import { CoordinateMore } from "../components/coordinate-more";
import { CoordinatorList } from "../components/coordinator-list";
import { Done } from "../components/done";
import { NeedList } from "../components/need-list";
import { NetworkHead } from "../components/network-head";
import { Undo } from "../components/undo";
import type { loader } from "./coordinate.server";

export { action, loader } from "./coordinate.server";

export const handle = live;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${m.networks_tab_coordinate()}: ${data.head.name}` : m.networks_title());

/** The cockpit: what needs a person now, then who coordinates and what else there is to do. */
export default function Coordinate() {
  const { head, needs, more, coordinators, size, map, done, undo } = useLoaderData<typeof loader>();
  const refusal = useKeptAnswer<FormRefusal>();
  const path = `/networks/${head.slug}/coordinate`;
  return (
    <>
      <NetworkHead head={head} />
      <PageBody aside={<AreaMap map={map} name={head.name} size={size} />}>
        <FormErrors errors={refusal?.errors} />
        <Done done={refusal ? null : done}>
          <Undo need={undo} />
        </Done>
        {needs.length === 0 ? (
          <Empty title={m.networks_needs_none()} text={m.networks_needs_none_text()} />
        ) : (
          <Section title={m.networks_needs()} note={m.networks_needs_order()}>
            <NeedList needs={needs} />
            {more.map(({ kind, title, count, exact }) => (
              <p key={kind} className="small mt-4">
                <AppLink to={`${path}/needs/${kind}`}>
                  {exact ? m.networks_needs_all({ title, count }) : m.networks_needs_many({ title, count })}
                </AppLink>
              </p>
            ))}
          </Section>
        )}
        {head.may.announce ? (
          <div className="actions mt-8">
            <ButtonLink to={`${path}/announce`}>{m.networks_announce()}</ButtonLink>
          </div>
        ) : null}
        <CoordinatorList slug={head.slug} coordinators={coordinators} mayAppoint={head.may.appoint} />
        <CoordinateMore slug={head.slug} />
      </PageBody>
    </>
  );
}
