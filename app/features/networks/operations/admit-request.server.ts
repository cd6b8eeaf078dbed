import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { addMember } from "../adding.server";
import { forgetAtlas } from "../atlas.server";
import { decideRequest } from "../deciding.server";
import type { NetworksFact } from "../facts";

/**
 * Admits who asked to join: they are a member from now on and are told by mail and on the site.
 * @throws NotFound, NotAllowed for who does not coordinate this network now, Conflict when it no longer waits
 */
export async function admitRequest(
  services: Services,
  actor: Actor,
  { slug, requestId }: { slug: string; requestId: string },
  now = new Date(),
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const { networkId, personId, hasWelcome } = await decideRequest(
      tx,
      actor,
      { slug, requestId },
      { state: "admitted" },
      now,
    );
    await audit(tx, actor, {
      act: "request admitted",
      subjectType: "person",
      subjectId: personId,
      details: { networkId, requestId },
    });
    // The news of being admitted carries the network's welcome: no coordinator need say it again.
    const welcomed = hasWelcome ? { at: now, by: actorId(actor) } : undefined;
    await addMember(tx, actor, networkId, personId, { welcomed });
    await announce<NetworksFact>(tx, { kind: "networks.request-admitted", networkId, requestId });
  });
  forgetAtlas(services.db);
}
