import { asc, count, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { memberships, networks, territories } from "~db/schema";
import type { JoinPolicy, NetworkState } from "~db/vocabulary/networks";
import { type Territory, territoryOf } from "./territory/territory";

/** What everybody may know of a network, in a list or on a map. */
export type NetworkEntry = {
  id: string;
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  region: string;
  summary: string;
  latitude: number;
  longitude: number;
  joinPolicy: JoinPolicy;
  state: NetworkState;
  /** How many members it has now. */
  members: number;
  /** Null for a network that has not said which ground is its own. */
  territory: Territory | null;
};

/** How long another process may show a list without the newest network or member. */
const KEPT_MS = 5_000;

type Kept = { readAt: number; entries: Promise<NetworkEntry[]> };

const kept = new WeakMap<Database, Kept>();

/**
 * Every network that is not closed, with the number of its members, by name. Some hundred rows that every visitor's first page needs whole
 * (distances, the map), so they are read once in five seconds and not once a request.
 */
export function networkAtlas(db: Database): Promise<NetworkEntry[]> {
  const known = kept.get(db);
  // The monotonic clock: a jump of the other one must not keep a list for hours.
  if (known && performance.now() - known.readAt < KEPT_MS) return known.entries;
  const entries = readAtlas(db);
  kept.set(db, { readAt: performance.now(), entries });
  entries.catch(() => forgetAtlas(db));
  return entries;
}

/** Called after a change, so that who made it sees it at once. */
export function forgetAtlas(db: Database): void {
  kept.delete(db);
}

function readAtlas(db: Database): Promise<NetworkEntry[]> {
  const sizes = db
    .select({ networkId: memberships.networkId, members: count().as("members") })
    .from(memberships)
    .where(isNull(memberships.leftAt))
    .groupBy(memberships.networkId)
    .as("sizes");
  return db
    .select({
      id: networks.id,
      slug: networks.slug,
      name: networks.name,
      country: networks.country,
      region: networks.region,
      summary: networks.summary,
      latitude: networks.latitude,
      longitude: networks.longitude,
      joinPolicy: networks.joinPolicy,
      state: networks.state,
      members: sizes.members,
      territory: {
        kind: territories.kind,
        authorities: territories.authorities,
        radiusKm: territories.radiusKm,
        corners: territories.corners,
      },
    })
    .from(networks)
    .leftJoin(sizes, eq(sizes.networkId, networks.id))
    .leftJoin(territories, eq(territories.networkId, networks.id))
    .where(ne(networks.state, "closed"))
    .orderBy(asc(networks.name), asc(networks.id))
    .then((rows) =>
      rows.map((row) => ({
        ...row,
        members: row.members ?? 0,
        territory: row.territory && territoryOf(row.territory, row),
      })),
    );
}
