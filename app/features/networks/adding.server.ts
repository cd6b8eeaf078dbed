import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import { memberships } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { NetworksFact } from "./facts";

/**
 * Makes somebody a member and announces it; does nothing when they are one.
 * @param actor who joined, or who admitted them
 */
export async function addMember(
  tx: Transaction,
  actor: Actor,
  networkId: string,
  personId: string,
): Promise<void> {
  const added = await tx
    .insert(memberships)
    .values({ networkId, personId })
    .onConflictDoNothing()
    .returning({ id: memberships.id });
  if (added.length === 0) return;
  await audit(tx, actor, {
    act: "member joined",
    subjectType: "network",
    subjectId: networkId,
    details: { personId },
  });
  await announce<NetworksFact>(tx, { kind: "networks.member-joined", networkId, personId });
}
