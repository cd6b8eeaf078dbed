import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { PageBody } from "~/ui/frame/page";
import { SquaredHead } from "~/ui/frame/squared-head";
import { Notice } from "~/ui/notice";
import { PageLinks } from "~/ui/page-links";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import { Finder } from "../components/finder";
import { NetworkMap } from "../components/network-map";
import { NetworkRows } from "../components/network-rows";
import { networksPath } from "../network";
import type { loader } from "./networks.server";

export { loader } from "./networks.server";

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

const titleOf = ({ near, origin }: Pick<Found, "near" | "origin">) =>
  near && origin ? m.networks_near_title({ place: placeName(near, origin) }) : m.networks_title();

// A postcode may be known by its district or area only ("NG"); its owner knows it whole.
const placeName = (near: string, origin: NonNullable<Found["origin"]>) =>
  origin.kind === "postcode" ? near.toUpperCase() : origin.label;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? titleOf(data) : m.networks_title(), m.networks_lead());

export default function Networks() {
  const found = useLoaderData<typeof loader>();
  const { near, place, groups, page, pages, only, may } = found;
  const hrefFor = (wanted: number) => networksPath({ near, place, country: only, page: `${wanted}` });
  const actions = may.create ? <ButtonLink to="/networks/new">{m.networks_found_one()}</ButtonLink> : null;
  return (
    <>
      <SquaredHead title={titleOf(found)} lead={near ? undefined : m.networks_lead()} actions={actions}>
        <div className="mt-6 mb-2">
          <Finder near={near} place={place} />
        </div>
      </SquaredHead>
      <PageBody wide>
        <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="min-w-0">
            <Answer {...found} />
            {groups.length === 0 ? <NoNetworks /> : null}
            {groups.map(({ title, rows }) => (
              <Section
                key={title ?? ""}
                title={title ?? m.networks_by_distance({ count: found.total })}
                note={title === null ? measuredFrom(found) : undefined}
              >
                <Register>
                  <NetworkRows rows={rows} />
                </Register>
              </Section>
            ))}
            <PageLinks page={page} pages={pages} hrefFor={hrefFor} />
          </div>
          <div className="min-w-0">
            <MapColumn {...found} />
          </div>
        </div>
      </PageBody>
    </>
  );
}

/** Where the distances begin, and whose ground that is. */
function measuredFrom({ origin, covering }: Found) {
  if (!origin) return null;
  const place = [origin.label, origin.detail].filter(Boolean).join(", ");
  const from =
    origin.kind === "school" ? m.networks_from_school({ school: place }) : m.networks_from_place({ place });
  return covering > 1 ? `${from} · ${m.networks_covering({ count: covering })}` : from;
}

/** What became of the question: nothing of that name, or several. */
function Answer({ near, missed, others }: Found) {
  if (missed) {
    return (
      <div className="mb-12">
        <Notice tone="amber" title={m.networks_none_near_title({ near })}>
          <p>{m.networks_none_near_text()}</p>
        </Notice>
      </div>
    );
  }
  if (others.length === 0) return null;
  return (
    <div className="small mb-6">
      <h2 className="inline text-sm font-normal">{m.networks_other_places()}</h2>{" "}
      <ul className="link inline">
        {others.map(({ id, label, detail }, index) => (
          <li key={id} className="inline">
            {index > 0 ? " · " : null}
            <AppLink to={networksPath({ near, place: id })}>
              {[label, detail].filter(Boolean).join(", ")}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoNetworks() {
  return <Empty title={m.networks_none_title()} text={m.networks_none_text()} />;
}

/** The map of one country, with the way to the others. */
function MapColumn({ map, country, countries, only }: Found) {
  if (!map || !country) return null;
  return (
    <Section title={m.networks_map_title({ country: country.name })} level={3} rule={false}>
      <div className="max-w-96">
        <NetworkMap map={map} title={m.networks_map_name({ country: country.name })} />
      </div>
      <p className="small mt-2">{m.networks_map_legend()}</p>
      {countries.length > 1 ? (
        <nav className="mt-6" aria-label={m.networks_map_countries()}>
          <ul className="small link flex flex-wrap gap-x-4 gap-y-1">
            {only ? (
              <li>
                <AppLink to="/networks">{m.networks_all_countries()}</AppLink>
              </li>
            ) : null}
            {countries.map(({ code, name, networks }) => (
              <li key={code}>
                <AppLink
                  to={`/networks?country=${code}`}
                  aria-current={code === country.code ? "true" : undefined}
                >
                  {name}
                </AppLink>{" "}
                {networks}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </Section>
  );
}
