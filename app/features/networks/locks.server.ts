import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor, Person } from "~/platform/services/actor";
import { coordinators, networks } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { Network } from "./queries.server";

/**
 * A network, locked so that the way to join it cannot change until this transaction ends; any number may hold it so.
 * @throws NotFound
 */
export const networkToJoin = (tx: Transaction, slug: string) => locked(tx, slug, "share");

/**
 * A network, locked so that its coordinators change one after the other: two deputies who leave at the same moment
 * must not leave it without any.
 * @throws NotFound
 */
export async function networkToStaff(tx: Transaction, slug: string, today: string): Promise<Network> {
  const network = await locked(tx, slug, "no key update");
  // A term that is over still holds its place in the unique indexes until somebody writes its end down.
  await tx
    .update(coordinators)
    .set({ endedAt: sql`(${coordinators.endsOn} + 1)::timestamp at time zone 'UTC'` })
    .where(
      and(
        eq(coordinators.networkId, network.id),
        isNull(coordinators.endedAt),
        lt(coordinators.endsOn, today),
      ),
    );
  return network;
}

/**
 * A network, locked so that what is announced to it comes one after the other.
 * @throws NotFound
 */
export const networkToAnnounce = (tx: Transaction, slug: string) => locked(tx, slug, "no key update");

async function locked(tx: Transaction, slug: string, lock: "share" | "no key update"): Promise<Network> {
  const [network] = await tx.select().from(networks).where(eq(networks.slug, slug)).for(lock);
  if (!network) throw new NotFound();
  return network;
}

/** @throws NotAllowed for a visitor, who is then asked to sign in, and for the house itself */
export function signedIn(actor: Actor): Person {
  if (actor.kind !== "person") throw new NotAllowed();
  return actor;
}
