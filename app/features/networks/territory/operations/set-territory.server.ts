import { eq, sql } from "drizzle-orm";
import { localAuthoritiesOf } from "~/features/schools/index.server";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { networks, territories } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { forgetAtlas } from "../../atlas.server";
import { networkToStaff } from "../../locks.server";
import { mayCoordinate } from "../../permissions";
import { type Network, networkBySlug, standingOf } from "../../queries.server";
import { dayOf } from "../../term";
import { readCorners } from "../corners.server";
import { type TerritoryRow, territoryOf } from "../territory";
import type { TerritoryInput } from "../territory-form";
import { settleTerritorySchools } from "../territory-schools.server";

/**
 * Says which ground is a network's own, or that it has none. Ground may be shared with other networks.
 * @param input.version of the network as it was when the form was filled in
 * @throws NotFound, NotAllowed for who does not coordinate this network now, Conflict when somebody else changed the network
 *   meanwhile, RuleBroken at the fields `authorities` and `corners`
 */
export async function setTerritory(
  services: Services,
  actor: Actor,
  { slug, ...input }: TerritoryInput & { slug: string },
  now = new Date(),
): Promise<void> {
  const today = dayOf(now);
  const asked = await networkBySlug(services.db, slug);
  if (!asked) throw new NotFound();
  // Asked before places are looked up for somebody who may not set anything, and again under the lock.
  if (!mayCoordinate(actor, await standingOf(services.db, actor, asked.id), today)) throw new NotAllowed();
  const row = await rowFrom(services.db, input, asked);
  await transaction(services.db, async (tx) => {
    const network = await networkToStaff(tx, slug, today);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    if (network.version !== input.version) throw new Conflict("networks_settings_changed");
    await tx
      .update(networks)
      .set({ version: sql`${networks.version} + 1` })
      .where(eq(networks.id, network.id));
    if (row) {
      const values = { ...row, changedAt: now };
      await tx
        .insert(territories)
        .values({ networkId: network.id, ...values })
        .onConflictDoUpdate({ target: territories.networkId, set: values });
      await settleTerritorySchools(tx, network.id, territoryOf(row, network));
    } else {
      await tx.delete(territories).where(eq(territories.networkId, network.id));
    }
    await audit(tx, actor, {
      act: "territory changed",
      subjectType: "network",
      subjectId: network.id,
      details: { kind: input.kind },
    });
  });
  forgetAtlas(services.db);
}

async function rowFrom(
  db: Reader,
  input: TerritoryInput,
  network: Network,
): Promise<(TerritoryRow & { typed: string }) | null> {
  const nothing = { authorities: null, radiusKm: null, corners: null, typed: "" };
  switch (input.kind) {
    case "none":
      return null;
    case "radius":
      return { ...nothing, kind: input.kind, radiusKm: input.radiusKm };
    case "authorities": {
      const known = new Set((await localAuthoritiesOf(db, network.country)).map(({ name }) => name));
      const unknown = input.authorities.find((name) => !known.has(name));
      if (unknown)
        throw new RuleBroken("networks_territory_authority_unknown", { name: unknown }, "authorities");
      return { ...nothing, kind: input.kind, authorities: input.authorities };
    }
    case "border": {
      const corners = await readCorners(db, input.typed, network);
      return {
        ...nothing,
        kind: input.kind,
        corners: corners.map(({ latitude, longitude }) => [latitude, longitude]),
        typed: input.typed,
      };
    }
  }
}
