import { eq, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import { networks } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { NetworksFact } from "./facts";
import type { Network } from "./queries.server";

type Changes = Partial<
  Pick<Network, "name" | "summary" | "description" | "joinPolicy" | "welcome" | "state">
>;

/**
 * Writes what differs, with its audit row and its fact; nothing where nothing does. The caller holds the lock of
 * `networkToStaff`.
 */
export async function changeNetwork(
  tx: Transaction,
  actor: Actor,
  network: Network,
  wanted: Changes,
): Promise<void> {
  const fields = (Object.keys(wanted) as (keyof Changes)[]).filter(
    (field) => wanted[field] !== network[field],
  );
  if (fields.length === 0) return;
  const changes = Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Changes;
  await tx
    .update(networks)
    .set({ ...changes, version: sql`${networks.version} + 1` })
    .where(eq(networks.id, network.id));
  const { joinPolicy, state } = changes;
  await audit(tx, actor, {
    act: "network changed",
    subjectType: "network",
    subjectId: network.id,
    details: { fields, ...(joinPolicy ? { joinPolicy } : {}), ...(state ? { state } : {}) },
  });
  await announce<NetworksFact>(tx, { kind: "networks.changed", networkId: network.id });
}
