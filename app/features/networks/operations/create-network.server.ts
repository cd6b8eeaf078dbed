import { eq } from "drizzle-orm";
import { isKnownCountry } from "~/features/schools/index.server";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { networks, people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { addMember } from "../adding.server";
import { writeAppointment } from "../appointments.server";
import { forgetAtlas } from "../atlas.server";
import type { NetworksFact } from "../facts";
import { type Location, locate } from "../locating.server";
import { slugOf, takenSlugs } from "../network";
import type { NetworkInput } from "../network-form";
import { mayCreateNetwork } from "../permissions";
import { dayOf, usualEnd } from "../term";

/** What a network is made of; where it lies is known, or a place to look up. */
export type NewNetwork = Omit<NetworkInput, "place" | "placeId"> &
  ({ at: Location } | { place: string; placeId: string });

/**
 * Founds a network, with its first lead coordinator if one is named.
 * @returns its id and address
 * @throws NotAllowed for who is no administrator, RuleBroken
 */
export async function createNetwork(
  services: Services,
  actor: Actor,
  input: NewNetwork,
  now = new Date(),
): Promise<{ id: string; slug: string }> {
  if (!mayCreateNetwork(actor)) throw new NotAllowed();
  if (!isKnownCountry(input.country)) throw new RuleBroken("networks_country_missing", {}, "country");
  const slug = input.slug || slugOf(input.name);
  if (slug === "") throw new RuleBroken("networks_slug_missing", {}, "slug");
  if (takenSlugs.includes(slug)) throw new RuleBroken("networks_slug_taken", {}, "slug");
  const at = "at" in input ? input.at : await locate(services, actor, input);
  const created = await transaction(services.db, async (tx) => {
    const leadId = input.leadEmail ? await personWith(tx, input.leadEmail) : null;
    const { name, country, summary, description, joinPolicy } = input;
    // Who founds it knows; the list of networks without a lead tells the other administrators.
    const leadVacantSince = leadId ? null : now;
    const [network] = await tx
      .insert(networks)
      .values({
        slug,
        name,
        country,
        summary,
        description,
        joinPolicy,
        state: "starting",
        ...at,
        leadVacantSince,
      })
      .onConflictDoNothing({ target: networks.slug })
      .returning({ id: networks.id });
    if (!network) throw new RuleBroken("networks_slug_taken", {}, "slug");
    const networkId = network.id;
    await audit(tx, actor, { act: "network created", subjectType: "network", subjectId: networkId });
    await announce<NetworksFact>(tx, { kind: "networks.created", networkId });
    if (leadId) {
      const today = dayOf(now);
      await addMember(tx, actor, networkId, leadId);
      const term = { startsOn: today, endsOn: usualEnd(today) };
      await writeAppointment(tx, actor, { networkId, personId: leadId, duty: "lead", ...term });
    }
    return { id: networkId, slug };
  });
  forgetAtlas(services.db);
  return created;
}

/** @throws RuleBroken at the field when nobody has this address; administrators may know that */
async function personWith(tx: Transaction, email: string): Promise<string> {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (!person) throw new RuleBroken("networks_lead_unknown", {}, "leadEmail");
  return person.id;
}
