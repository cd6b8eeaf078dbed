import { RuleBroken } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { addMember, refuseTooManyJoins, settleWaitingRequest } from "../adding.server";
import { forgetAtlas } from "../atlas.server";
import { networkToJoin, signedIn } from "../locks.server";
import { mayJoin } from "../permissions";
import { standingOf } from "../queries.server";
import { whyNoJoin } from "../state";

/**
 * Makes the actor a member of an open network. Joining twice is harmless.
 * @throws NotFound, NotAllowed for a visitor, RuleBroken where members are admitted another way, TooFast
 */
export async function joinNetwork(
  services: Services,
  actor: Actor,
  { slug }: { slug: string },
  now = new Date(),
): Promise<void> {
  const person = signedIn(actor);
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    const standing = await standingOf(tx, person, network.id);
    if (standing.member) return;
    if (!mayJoin(person, network, standing)) throw new RuleBroken(whyNoJoin("join", network));
    await refuseTooManyJoins(tx, person, now);
    // They had asked before the network became open. Before adding, as admitting does: two orders would lock each other out.
    await settleWaitingRequest(tx, network.id, person.id, now);
    await addMember(tx, person, network.id, person.id);
  });
  forgetAtlas(services.db);
}
