import { and, eq } from "drizzle-orm";
import { Conflict, NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { type Actor, actorId } from "~/platform/services/actor";
import { joinRequests } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { isId } from "./ids";
import { networkToJoin } from "./locks.server";
import { mayCoordinate } from "./permissions";
import { standingOf } from "./queries.server";
import { dayOf } from "./term";

/**
 * The part that admitting and declining share: finds the request, asks whether the actor may decide it, and writes the
 * decision. The row is locked, so of two who decide at once the second learns that it is done.
 * @throws NotFound, NotAllowed, Conflict when it no longer waits, RuleBroken where a closed network would admit
 */
export async function decideRequest(
  tx: Transaction,
  actor: Actor,
  { slug, requestId }: { slug: string; requestId: string },
  decision: { state: "admitted" } | { state: "declined"; reason: string },
  now: Date,
): Promise<{ networkId: string; personId: string; hasWelcome: boolean }> {
  if (!isId(requestId)) throw new NotFound();
  const network = await networkToJoin(tx, slug);
  const standing = await standingOf(tx, actor, network.id);
  if (!mayCoordinate(actor, standing, dayOf(now))) throw new NotAllowed();
  if (decision.state === "admitted" && network.state === "closed")
    throw new RuleBroken("networks_no_join_closed");
  const [request] = await tx
    .select({ id: joinRequests.id, personId: joinRequests.personId, state: joinRequests.state })
    .from(joinRequests)
    .where(and(eq(joinRequests.id, requestId), eq(joinRequests.networkId, network.id)))
    .for("update");
  if (!request) throw new NotFound();
  if (request.state !== "waiting") throw new Conflict(`networks_request_already_${request.state}`);
  await tx
    .update(joinRequests)
    .set({ ...decision, decidedBy: actorId(actor), decidedAt: now })
    .where(eq(joinRequests.id, request.id));
  return { networkId: network.id, personId: request.personId, hasWelcome: network.welcome !== "" };
}
