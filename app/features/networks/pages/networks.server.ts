import type { LoaderFunctionArgs } from "@remix-run/node";
import { countryName } from "~/features/schools/index.server";
import { actorOf } from "~/platform/http/context.server";
import { networkAtlas } from "../atlas.server";
import { countriesOf, type FoundNetworks, findNetworks } from "../find-networks.server";
import { drawCountry } from "../map.server";
import { finderQuery } from "../network-form";
import { mayCreateNetwork } from "../permissions";
import { networksOf } from "../queries.server";
import { rowOf } from "../rows.server";
import { dayOf } from "../term";

/** Other places of the name that are offered. */
const OFFERED = 5;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const actor = await actorOf(request, context);
  const query = finderQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await findNetworks(db, actor, query);
  const own =
    actor.kind === "person"
      ? new Set((await networksOf(db, actor.id, dayOf(new Date()))).map(({ id }) => id))
      : new Set<string>();
  const atlas = await networkAtlas(db);
  const { origin, others, missed, page, pages, country, covering } = found;
  return {
    near: query.near,
    place: query.near && origin ? query.place : "",
    origin: origin && { kind: origin.kind, label: origin.label, detail: origin.detail },
    others: others.slice(0, OFFERED).map(({ id, label, detail }) => ({ id, label, detail })),
    missed,
    covering,
    total: atlas.length,
    groups: groupsOf(found, own),
    page,
    pages,
    /** The country that was asked for, to keep it from page to page. */
    only: origin || query.country !== country ? "" : query.country,
    map: country === null ? null : await drawCountry(db, country, atlas, inFocus(found, query.near, own)),
    country: country === null ? null : { code: country, name: countryName(country) },
    countries: countriesOf(atlas).map(({ country: code, networks }) => ({
      code,
      name: countryName(code),
      networks,
    })),
    may: { create: mayCreateNetwork(actor) },
  };
}

/** By distance all in one; otherwise one group a country. */
function groupsOf({ origin, rows }: FoundNetworks, own: ReadonlySet<string>) {
  const groups: { title: string | null; rows: ReturnType<typeof rowOf>[] }[] = [];
  for (const { network, km, covers } of rows) {
    const title = origin ? null : countryName(network.country);
    if (groups.length === 0 || groups.at(-1)!.title !== title) groups.push({ title, rows: [] });
    groups.at(-1)!.rows.push(
      rowOf(network, {
        km,
        covers,
        own,
        withCountry: origin !== null && origin.country !== network.country,
      }),
    );
  }
  return groups;
}

/** The yellow circles: those whose ground was looked for, or else the nearest; otherwise the reader's own. */
function inFocus(
  { rows, origin }: FoundNetworks,
  near: string,
  own: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!near || !origin) return own;
  const covering = rows.filter((row) => row.covers);
  return new Set((covering.length > 0 ? covering : rows.slice(0, 1)).map(({ network }) => network.id));
}
