import { and, eq } from "drizzle-orm";
import { NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { joinRequests } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { signedIn } from "../locks.server";
import { networkBySlug } from "../queries.server";

/**
 * Takes back the actor's own waiting request. Harmless where none waits.
 * @throws NotFound, NotAllowed for a visitor
 */
export async function withdrawRequest(
  services: Services,
  actor: Actor,
  { slug }: { slug: string },
  now = new Date(),
): Promise<void> {
  const person = signedIn(actor);
  await transaction(services.db, async (tx) => {
    const network = await networkBySlug(tx, slug);
    if (!network) throw new NotFound();
    const [withdrawn] = await tx
      .update(joinRequests)
      .set({ state: "withdrawn", decidedAt: now })
      .where(
        and(
          eq(joinRequests.networkId, network.id),
          eq(joinRequests.personId, person.id),
          eq(joinRequests.state, "waiting"),
        ),
      )
      .returning({ id: joinRequests.id });
    if (!withdrawn) return;
    await announce<NetworksFact>(tx, {
      kind: "networks.request-withdrawn",
      networkId: network.id,
      requestId: withdrawn.id,
    });
  });
}
