import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { m } from "~/platform/i18n/messages";
import { coordinated } from "../cockpit/acting.server";
import { csv } from "../health/csv";
import { healthOf } from "../health/figures.server";

/** The picture of eight quarters as a file; a cell is empty where there is no figure or too few schools to say. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, today } = await coordinated(db, actor, params.slug);
    const { quarters, area } = await healthOf(db, network, today);
    const body = csv([
      [
        ...[m.networks_health_network(), m.networks_health_from(), m.networks_health_until()],
        ...[m.networks_health_members(), m.networks_health_joined(), m.networks_health_left()],
        ...[m.networks_health_active(), m.networks_health_schools()],
        ...[m.networks_health_reach(), m.networks_health_without(), m.networks_health_reach_area()],
      ],
      ...quarters.map(({ start, end, members, joined, left, active, schools, reach }) => [
        ...[network.name, start, end, members, joined, left, active, schools],
        ...[rounded(reach.share), reach.withoutFigure, rounded(area.share)],
      ]),
    ]);
    // The mark at the beginning tells spreadsheets that this is UTF-8.
    return new Response(`\uFEFF${body}`, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${network.slug}-${today}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  });
}

const rounded = (share: number | null) => (share === null ? null : Math.round(share * 1_000) / 1_000);
