import { and, eq, gt } from "drizzle-orm";
import { RuleBroken, TooFast } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor, Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { joinRequests } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { DAILY_LIMITS } from "../joining";
import { networkToJoin, signedIn } from "../locks.server";
import { mayRequest } from "../permissions";
import { standingOf } from "../queries.server";
import { whyNoJoin } from "../state";

const DAY_MS = 86_400_000;

/**
 * Asks the coordinators of a network to be admitted. Asking twice is harmless, and so is asking as a member.
 * @param input.message for the coordinators; may be empty
 * @throws NotFound, NotAllowed for a visitor, RuleBroken where nobody is admitted on request, TooFast
 */
export async function requestToJoin(
  services: Services,
  actor: Actor,
  { slug, message }: { slug: string; message: string },
  now = new Date(),
): Promise<void> {
  const person = signedIn(actor);
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    const standing = await standingOf(tx, person, network.id);
    if (standing.member || standing.waiting) return;
    if (!mayRequest(person, network, standing)) throw new RuleBroken(whyNoJoin("request", network));
    await refuseTooMany(tx, person, network.id, now);
    const [request] = await tx
      .insert(joinRequests)
      .values({ networkId: network.id, personId: person.id, message })
      .onConflictDoNothing()
      .returning({ id: joinRequests.id });
    if (!request) return;
    await announce<NetworksFact>(tx, {
      kind: "networks.join-requested",
      networkId: network.id,
      requestId: request.id,
    });
  });
}

async function refuseTooMany(tx: Transaction, person: Person, networkId: string, now: Date) {
  const recent = await tx
    .select({ networkId: joinRequests.networkId })
    .from(joinRequests)
    .where(
      and(eq(joinRequests.personId, person.id), gt(joinRequests.createdAt, new Date(now.getTime() - DAY_MS))),
    )
    .limit(DAILY_LIMITS.requests);
  const toThisOne = recent.filter((request) => request.networkId === networkId).length;
  if (recent.length >= DAILY_LIMITS.requests || toThisOne >= DAILY_LIMITS.requestsToOne)
    throw new TooFast(3_600);
}
