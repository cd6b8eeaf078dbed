import { countryName } from "~/features/schools/index.server";
import type { NetworkEntry } from "./atlas.server";
import type { NetworkRow } from "./components/network-rows";
import { kilometreFigure } from "./words";

/**
 * A network as a register shows it.
 * @param options.km distance from where the reader asks; null where that is not known
 * @param options.covers whether its territory holds the place the reader asks from
 * @param options.own ids of the reader's networks
 */
export function rowOf(
  network: NetworkEntry,
  options: { km: number | null; covers: boolean; own: ReadonlySet<string>; withCountry: boolean },
): NetworkRow {
  const { slug, name, region, country, members, joinPolicy, state, id } = network;
  return {
    slug,
    name,
    // "Bretagne" in Bretagne need not be told.
    where: [region === name ? "" : region, options.withCountry ? countryName(country) : ""]
      .filter(Boolean)
      .join(", "),
    members,
    joinPolicy,
    state,
    km: options.km === null ? null : kilometreFigure(options.km),
    covers: options.covers,
    own: options.own.has(id),
  };
}
