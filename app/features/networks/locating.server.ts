import {
  countryName,
  findPlaces,
  loadPlacesOfCountriesInUse,
  type Position,
} from "~/features/schools/index.server";
import { RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";

/** Where a network lies, and the region that is called. */
export type Location = Position & { region: string };

/**
 * The place an administrator means. The towns of a country that is new to the site are read in first.
 * @param input.placeId of a suggestion that was taken; "" leaves it to the text
 * @throws RuleBroken at the field `place` when there is none, or several that could be meant
 */
export async function locate(
  services: Services,
  actor: Actor,
  input: { place: string; placeId: string; country: string },
): Promise<Location> {
  const { country, place } = input;
  await loadPlacesOfCountriesInUse(services, actor, { countries: [country] });
  const candidates = await findPlaces(services.db, place, { country });
  const chosen = candidates.find(({ id }) => id === input.placeId);
  const exact = candidates.filter(
    ({ label, detail }) => sameText(label, place) || sameText(`${label}, ${detail}`, place),
  );
  const likely = chosen ? [chosen] : exact.length > 0 ? exact : candidates;
  const [first] = likely;
  if (!first) throw new RuleBroken("networks_place_unknown", { country: countryName(country) }, "place");
  if (likely.length > 1 && first.kind !== "postcode") {
    const places = likely.slice(0, 4).map(({ label, detail }) => (detail ? `${label}, ${detail}` : label));
    throw new RuleBroken("networks_place_several", { places: places.join("; ") }, "place");
  }
  const { latitude, longitude, kind, detail } = first;
  return { latitude, longitude, region: kind === "town" ? detail : "" };
}

const sameText = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: "base" }) === 0;
