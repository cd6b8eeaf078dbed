import { countryName } from "~/features/schools/index.server";
import { NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import type { NetworkState } from "~db/vocabulary/networks";
import {
  mayAnnounce,
  mayAppoint,
  mayClose,
  mayCoordinate,
  mayJoin,
  mayLeave,
  mayRequest,
  maySeeAnnouncements,
  maySeeMembers,
  mayWithdraw,
  type Standing,
} from "./permissions";
import { type Network, networkBySlug, standingOf } from "./queries.server";
import { dayOf } from "./term";

/** What the head of every page of a network shows, and what its reader may do. */
export type NetworkHeadData = {
  slug: string;
  name: string;
  summary: string;
  /** Region and country. */
  where: string;
  state: NetworkState;
  may: {
    join: boolean;
    request: boolean;
    withdraw: boolean;
    leave: boolean;
    seeMembers: boolean;
    seeAnnouncements: boolean;
    announce: boolean;
    coordinate: boolean;
    appoint: boolean;
    close: boolean;
  };
};

/**
 * A network as the actor sees it today.
 * @throws NotFound
 */
export async function seenNetwork(
  db: Reader,
  actor: Actor,
  slug: string | undefined,
): Promise<{ network: Network; standing: Standing; today: string; head: NetworkHeadData }> {
  const network = await networkBySlug(db, slug ?? "");
  if (!network) throw new NotFound();
  const standing = await standingOf(db, actor, network.id);
  const today = dayOf(new Date());
  const head: NetworkHeadData = {
    slug: network.slug,
    name: network.name,
    summary: network.summary,
    state: network.state,
    where: [network.region, countryName(network.country)].filter(Boolean).join(", "),
    may: {
      join: mayJoin(actor, network, standing),
      request: mayRequest(actor, network, standing),
      withdraw: mayWithdraw(actor, standing),
      leave: mayLeave(actor, standing),
      seeMembers: maySeeMembers(actor, standing),
      seeAnnouncements: maySeeAnnouncements(actor, standing),
      announce: mayAnnounce(actor, standing, today),
      coordinate: mayCoordinate(actor, standing, today),
      appoint: mayAppoint(actor, standing, today),
      close: mayClose(actor, standing, today),
    },
  };
  return { network, standing, today, head };
}
