import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { m } from "~/platform/i18n/messages";
import { coordinated } from "../cockpit/acting.server";
import { AREA_KM } from "../health/area.server";
import { healthOf } from "../health/figures.server";
import { quarterNumber } from "../health/quarters";
import { FEWEST_SCHOOLS } from "../health/reach";
import { figureWords, percentWords } from "../words";

/** How the network has done over eight quarters. For coordinators and administrators. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, today } = await coordinated(db, actor, params.slug);
    const { quarters, area, ofTerritory } = await healthOf(db, network, today);
    const bar = (value: number | null) => ({ value, label: value === null ? null : figureWords(value) });
    return {
      network: { slug: network.slug, name: network.name },
      /** Of the area around its place; null where it is a territory that the network has set. */
      km: ofTerritory ? null : AREA_KM,
      fewest: FEWEST_SCHOOLS,
      area: { share: shareWords(area.share), withoutFigure: area.withoutFigure },
      withoutFigure: quarters.at(-1)!.reach.withoutFigure,
      quarters: quarters.map((quarter) => ({
        start: quarter.start,
        name: m.networks_health_quarter(quarterNumber(quarter)),
        members: bar(quarter.members),
        joined: figureWords(quarter.joined),
        left: figureWords(quarter.left),
        active: bar(quarter.active),
        schools: bar(quarter.schools),
        reach: { value: quarter.reach.share, label: shareWords(quarter.reach.share) },
      })),
    };
  });
}

const shareWords = (share: number | null) => (share === null ? null : percentWords(share));
