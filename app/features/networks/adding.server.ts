import { and, eq, gt } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { TooFast } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor, Person } from "~/platform/services/actor";
import { joinRequests, memberships } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { NetworksFact } from "./facts";
import { DAILY_LIMITS } from "./joining";

const DAY_MS = 86_400_000;

/**
 * Makes somebody a member and announces it; does nothing when they are one.
 * @param actor who joined, or who admitted them
 * @param how.invitationId the invitation they came by
 * @param how.welcomed who welcomed them by letting them in
 */
export async function addMember(
  tx: Transaction,
  actor: Actor,
  networkId: string,
  personId: string,
  how: { invitationId?: string; welcomed?: { at: Date; by: string | null } } = {},
): Promise<void> {
  const { invitationId, welcomed } = how;
  const added = await tx
    .insert(memberships)
    .values({ networkId, personId, welcomedAt: welcomed?.at, welcomedBy: welcomed?.by })
    .onConflictDoNothing()
    .returning({ id: memberships.id });
  if (added.length === 0) return;
  await audit(tx, actor, {
    act: "member joined",
    subjectType: "network",
    subjectId: networkId,
    details: { personId, ...(invitationId ? { invitationId } : {}) },
  });
  await announce<NetworksFact>(tx, {
    kind: "networks.member-joined",
    ...{ networkId, personId },
    ...(welcomed ? { welcomed: "yes" } : {}),
  });
}

/** @throws TooFast for who has joined too many networks in the last day */
export async function refuseTooManyJoins(tx: Transaction, person: Person, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS);
  const joins = await tx.$count(
    memberships,
    and(eq(memberships.personId, person.id), gt(memberships.joinedAt, since)),
  );
  if (joins >= DAILY_LIMITS.joins) throw new TooFast(3_600);
}

/** Takes back the request of who became a member another way, so that no coordinator is asked to answer it. */
export async function settleWaitingRequest(
  tx: Transaction,
  networkId: string,
  personId: string,
  now: Date,
): Promise<void> {
  const [settled] = await tx
    .update(joinRequests)
    .set({ state: "withdrawn", decidedAt: now })
    .where(
      and(
        eq(joinRequests.networkId, networkId),
        eq(joinRequests.personId, personId),
        eq(joinRequests.state, "waiting"),
      ),
    )
    .returning({ id: joinRequests.id });
  if (!settled) return;
  await announce<NetworksFact>(tx, { kind: "networks.request-withdrawn", networkId, requestId: settled.id });
}
