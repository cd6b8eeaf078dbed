import {
  countryName,
  distanceKm,
  findPlaces,
  localAuthorityAt,
  type PlaceCandidate,
  type Position,
  placeById,
  schoolsByIds,
} from "~/features/schools/index.server";
import { currentLocale } from "~/platform/i18n/locale";
import type { Actor } from "~/platform/services/actor";
import type { Database } from "~db/client.server";
import { type NetworkEntry, networkAtlas } from "./atlas.server";
import { covers } from "./territory/covering.server";

/** Networks on one page of the register. */
const PER_PAGE = 25;

export type Origin = Position & {
  /** What was looked for, or the reader's school. */
  kind: "place" | "postcode" | "school";
  label: string;
  detail: string;
  country: string;
};

/** A network, how far it is, and whether its territory holds the place one asks from. */
export type NearNetwork = { network: NetworkEntry; km: number; covers: boolean };

export type FoundNetworks = {
  /** Where distances are measured from; null where nothing is known. */
  origin: Origin | null;
  /** Other places of that name. */
  others: PlaceCandidate[];
  /** Whether something was typed that is no place we know. */
  missed: boolean;
  /** One page: nearest first where there is an origin, otherwise by country and name. */
  rows: { network: NetworkEntry; km: number | null; covers: boolean }[];
  /** How many networks call the origin their ground. */
  covering: number;
  page: number;
  pages: number;
  /** The country whose map goes with it. */
  country: string | null;
};

/**
 * Answers the finder.
 * @param query.near a postcode, a town or a school, as it was typed; "" asks from the reader's school
 * @param query.place id of one of the places `near` may mean
 * @param query.country only networks of this country, without a place
 */
export async function findNetworks(
  db: Database,
  actor: Actor,
  query: { near: string; place: string; country: string; page: number },
): Promise<FoundNetworks> {
  const atlas = await networkAtlas(db);
  const { origin, others } = query.near
    ? await typedPlace(db, query.near, query.place)
    : { origin: query.country ? null : await ownSchool(db, actor), others: [] };
  const sorted = origin ? await nearestFirst(db, atlas, origin) : byCountry(atlas, query.country);
  const pages = Math.max(1, Math.ceil(sorted.length / PER_PAGE));
  const page = Math.min(query.page, pages);
  return {
    origin,
    others,
    missed: query.near !== "" && origin === null,
    rows: sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    covering: sorted.filter((row) => row.covers).length,
    page,
    pages,
    country: mapCountry(atlas, [origin?.country, query.country]),
  };
}

async function typedPlace(
  db: Database,
  near: string,
  placeId: string,
): Promise<{ origin: Origin | null; others: PlaceCandidate[] }> {
  const candidates = await findPlaces(db, near);
  const known = candidates.find(({ id }) => id === placeId);
  // Chosen from a suggestion, it may not be among the first few that its name alone finds.
  const chosen = known ?? (placeId ? await placeById(db, placeId) : null) ?? candidates[0];
  if (!chosen) return { origin: null, others: [] };
  return {
    origin: { ...chosen, kind: chosen.kind === "postcode" ? "postcode" : "place" },
    // Who types the name of a town does not mean the schools that are called after it.
    others: candidates.filter(
      ({ id, kind }) => id !== chosen.id && (kind === chosen.kind || chosen.kind === "school"),
    ),
  };
}

async function ownSchool(db: Database, actor: Actor): Promise<Origin | null> {
  if (actor.kind !== "person" || !actor.schoolId) return null;
  const school = (await schoolsByIds(db, [actor.schoolId])).get(actor.schoolId);
  if (!school) return null;
  const { name, town, country, latitude, longitude } = school;
  return { kind: "school", label: name, detail: town, country, latitude, longitude };
}

/**
 * Networks as seen from a place: first those whose territory holds it, then the others, each by distance. Where territories
 * overlap, several hold it.
 */
export async function nearestFirst(
  db: Database,
  atlas: NetworkEntry[],
  from: Position & { country: string },
): Promise<NearNetwork[]> {
  const { country, latitude, longitude } = from;
  const byName = atlas.some(
    ({ territory }) => territory?.kind === "authorities" && territory.country === country,
  );
  const localAuthority = byName ? await localAuthorityAt(db, from) : null;
  const place = { country, latitude, longitude, localAuthority };
  return atlas
    .map((network) => ({
      network,
      km: distanceKm(from, network),
      covers: network.territory !== null && covers(network.territory, place),
    }))
    .sort(
      (a, b) =>
        Number(b.covers) - Number(a.covers) || a.km - b.km || a.network.name.localeCompare(b.network.name),
    );
}

function byCountry(atlas: NetworkEntry[], country: string): FoundNetworks["rows"] {
  const collator = new Intl.Collator(currentLocale());
  const names = new Map(atlas.map((network) => [network.country, countryName(network.country)]));
  return atlas
    .filter((network) => country === "" || network.country === country)
    .sort(
      (a, b) =>
        collator.compare(names.get(a.country)!, names.get(b.country)!) || collator.compare(a.name, b.name),
    )
    .map((network) => ({ network, km: null, covers: false }));
}

/** The first wish that has networks, otherwise the country with the most of them. */
export function mapCountry(atlas: NetworkEntry[], wishes: (string | undefined)[]): string | null {
  const counts = countriesOf(atlas);
  const wished = wishes.find((wish) => counts.some(({ country }) => country === wish));
  return wished ?? counts[0]?.country ?? null;
}

/** Countries with networks, the most first. */
export function countriesOf(atlas: NetworkEntry[]): { country: string; networks: number }[] {
  const counts = new Map<string, number>();
  for (const { country } of atlas) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts]
    .map(([country, networks]) => ({ country, networks }))
    .sort((a, b) => b.networks - a.networks || a.country.localeCompare(b.country));
}
