import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "~/platform/http/meta";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { DataTable } from "~/ui/data-table";
import { Page } from "~/ui/frame/page";
import { Section } from "~/ui/section";
import { QuarterBars } from "../components/quarter-bars";
import type { loader } from "./health.server";

export { loader } from "./health.server";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${m.networks_health()}: ${data.network.name}` : "");

/** Eight quarters as drawings, with what each figure means, and as a table. */
export default function Health() {
  const { network, quarters, area, withoutFigure, km, fewest } = useLoaderData<typeof loader>();
  const path = `/networks/${network.slug}/coordinate`;
  const bars = (figure: "members" | "active" | "schools" | "reach") =>
    quarters.map(({ start, name, ...figures }) => ({ start, name, ...figures[figure] }));
  const tooFew = m.networks_health_too_few();
  const drawings = [
    { key: "members", title: m.networks_health_members(), about: m.networks_health_members_is() },
    { key: "active", title: m.networks_health_active(), about: m.networks_health_active_is() },
    { key: "schools", title: m.networks_health_schools(), about: m.networks_health_schools_is() },
    { key: "reach", title: m.networks_health_reach(), about: m.networks_health_reach_is({ fewest }) },
  ] as const;
  const shares = { here: quarters.at(-1)?.reach.label ?? tooFew, there: area.share ?? tooFew };
  return (
    <Page
      wide
      title={m.networks_health()}
      lead={m.networks_health_lead()}
      crumbs={[
        { to: `/networks/${network.slug}`, label: network.name },
        { to: path, label: m.networks_tab_coordinate() },
      ]}
    >
      <div className="grid gap-x-16 gap-y-12 md:grid-cols-2">
        {drawings.map(({ key, title, about }) => (
          <Section key={key} title={title} rule={false}>
            <QuarterBars title={title} bars={bars(key)} full={key === "reach" ? 1 : undefined} />
            <p className="small mt-2">{about}</p>
            {key === "reach" ? (
              <p className="small mt-2">
                {km === null
                  ? m.networks_health_beside_territory(shares)
                  : m.networks_health_beside({ km, ...shares })}{" "}
                {m.networks_health_without_figure({ here: withoutFigure, there: area.withoutFigure })}
              </p>
            ) : null}
          </Section>
        ))}
      </div>
      <details className="mt-12">
        <summary>{m.networks_health_table()}</summary>
        <div className="mt-4">
          <DataTable
            wide
            caption={m.networks_health_caption({ network: network.name })}
            rows={quarters}
            keyOf={({ start }) => start}
            columns={[
              { key: "name", label: m.networks_health_quarter_head(), cell: ({ name }) => name, heads: true },
              figure("members", m.networks_health_members()),
              { key: "joined", label: m.networks_health_joined(), cell: (row) => row.joined, numeric: true },
              { key: "left", label: m.networks_health_left(), cell: (row) => row.left, numeric: true },
              figure("active", m.networks_health_active()),
              figure("schools", m.networks_health_schools()),
              {
                key: "reach",
                label: m.networks_health_reach(),
                cell: (row) => row.reach.label ?? tooFew,
                numeric: true,
              },
            ]}
          />
        </div>
      </details>
      <p className="mt-6">
        <AppLink to={`${path}/health.csv`} reloadDocument>
          {m.networks_health_csv()}
        </AppLink>
      </p>
    </Page>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["quarters"][number];

const figure = (key: "members" | "active" | "schools", label: string) => ({
  ...{ key, label, numeric: true },
  cell: (row: Row) => row[key].label ?? m.networks_health_none(),
});
