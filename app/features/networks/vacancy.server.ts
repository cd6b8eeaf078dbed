import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { coordinators, networks } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { NetworksFact } from "./facts";
import { holds } from "./queries.server";
import { dayOf } from "./term";

const isLed = (today: string): SQL => sql`exists (
  select from ${coordinators} where ${coordinators.networkId} = ${networks.id}
    and ${coordinators.duty} = 'lead' and ${holds(today)})`;

/**
 * Marks a network that nobody leads, and takes the mark off where somebody does: looks at nothing but the facts, so it
 * may be called after whatever changed them. The caller holds the lock of `networkToStaff`. A closed network is marked
 * too, but nobody is told.
 */
export async function settleLead(tx: Transaction, actor: Actor, networkId: string, now: Date): Promise<void> {
  const led = isLed(dayOf(now));
  const [vacated] = await tx
    .update(networks)
    .set({ leadVacantSince: now })
    .where(and(eq(networks.id, networkId), isNull(networks.leadVacantSince), sql`not ${led}`))
    .returning({ state: networks.state });
  if (vacated) {
    await audit(tx, actor, { act: "lead fell vacant", subjectType: "network", subjectId: networkId });
    if (vacated.state !== "closed")
      await announce<NetworksFact>(tx, { kind: "networks.lead-vacant", networkId });
    return;
  }
  await tx
    .update(networks)
    .set({ leadVacantSince: null })
    .where(and(eq(networks.id, networkId), isNotNull(networks.leadVacantSince), led));
}

/** Addresses of networks whose mark does not say what is: a term has ended, a person is gone. */
export async function wronglyMarked(db: Reader, today: string): Promise<string[]> {
  const rows = await db
    .select({ slug: networks.slug })
    .from(networks)
    .where(sql`${isLed(today)} = (${networks.leadVacantSince} is not null)`)
    .orderBy(networks.id);
  return rows.map(({ slug }) => slug);
}
