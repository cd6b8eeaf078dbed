import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { Page } from "~/ui/frame/page";
import { PageLinks } from "~/ui/page-links";
import { Register, RegisterRow } from "~/ui/register";
import { Section } from "~/ui/section";
import type { NetworkList } from "../every-network.server";
import { stateWord } from "../state";
import type { loader } from "./admin-networks.server";

export { loader } from "./admin-networks.server";

const PATH = "/admin/networks";

const names: Record<NetworkList, () => string> = {
  "no-lead": m.networks_list_no_lead,
  dormant: m.networks_list_dormant,
  closed: m.networks_list_closed,
};

export const meta = () => pageTitle(m.networks_every());

/** Networks without a lead, dormant and closed ones, each with the way to appoint somebody. */
export default function AdminNetworks() {
  const { list, lists, networks, page, pages } = useLoaderData<typeof loader>();
  return (
    <Page
      wide
      title={m.networks_every()}
      lead={m.networks_every_lead()}
      crumbs={[{ to: "/admin", label: m.administration_title() }]}
    >
      <nav aria-label={m.networks_every()} className="link mb-8 flex flex-wrap gap-x-6 gap-y-2">
        {lists.map(({ list: each, count }) => (
          <AppLink
            key={each}
            to={`${PATH}?list=${each}`}
            aria-current={each === list ? "page" : undefined}
            className={each === list ? "font-bold" : undefined}
          >
            {m.networks_list_count({ list: names[each](), count })}
          </AppLink>
        ))}
      </nav>
      {networks.length === 0 ? (
        <Empty title={m.networks_list_none()} text={m.networks_list_none_text()} />
      ) : (
        <Section title={names[list]()}>
          <Register>
            {networks.map(({ slug, name, region, state, members, vacantSince }) => (
              <RegisterRow
                key={slug}
                title={<AppLink to={`/networks/${slug}`}>{name}</AppLink>}
                detail={[
                  region,
                  stateWord(state),
                  m.networks_members_count({ count: members }),
                  vacantSince ? m.networks_no_lead_since({ date: vacantSince }) : "",
                ]
                  .filter(Boolean)
                  .join(" · ")}
                end={
                  <ButtonLink
                    small
                    to={`/networks/${slug}/coordinate/appoint`}
                    aria-label={m.networks_appoint_for({ network: name })}
                  >
                    {m.networks_appoint()}
                  </ButtonLink>
                }
              />
            ))}
          </Register>
          <PageLinks page={page} pages={pages} hrefFor={(wanted) => `${PATH}?list=${list}&page=${wanted}`} />
        </Section>
      )}
    </Page>
  );
}
