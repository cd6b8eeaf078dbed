import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import {
  countLists,
  LISTED_PER_PAGE,
  type NetworkList,
  networkLists,
  networksOn,
} from "../every-network.server";
import { pageNumber } from "../network-form";
import { maySeeEveryNetwork } from "../permissions";
import { dayOf } from "../term";
import { longDay } from "../words";

/** Networks that need an administrator. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    if (!maySeeEveryNetwork(actor)) throw new NotAllowed();
    const asked = searchParams.get("list") as NetworkList;
    const list = networkLists.includes(asked) ? asked : networkLists[0];
    const counts = await countLists(db);
    const pages = Math.max(1, Math.ceil(counts[list] / LISTED_PER_PAGE));
    const page = Math.min(pages, pageNumber().parse(searchParams.get("page") ?? 1));
    const networks = await networksOn(db, list, page);
    return {
      ...{ list, page, pages },
      lists: networkLists.map((each) => ({ list: each, count: counts[each] })),
      networks: networks.map(({ leadVacantSince, ...network }) => ({
        ...network,
        vacantSince: leadVacantSince && longDay(dayOf(leadVacantSince)),
      })),
    };
  });
}
