import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { decideRequest } from "../deciding.server";
import type { NetworksFact } from "../facts";

/**
 * Declines who asked to join, with a reason that reaches them by mail and on the site.
 * @param input.reason not empty
 * @throws NotFound, NotAllowed for who does not coordinate this network now, Conflict when it no longer waits
 */
export async function declineRequest(
  services: Services,
  actor: Actor,
  { slug, requestId, reason }: { slug: string; requestId: string; reason: string },
  now = new Date(),
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const decision = { state: "declined", reason } as const;
    const { networkId, personId } = await decideRequest(tx, actor, { slug, requestId }, decision, now);
    await audit(tx, actor, {
      act: "request declined",
      subjectType: "person",
      subjectId: personId,
      details: { networkId, requestId },
    });
    await announce<NetworksFact>(tx, { kind: "networks.request-declined", networkId, requestId });
  });
}
