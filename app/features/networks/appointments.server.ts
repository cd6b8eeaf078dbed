import { and, desc, eq, isNull } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import { coordinators } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { CoordinatorDuty } from "~db/vocabulary/networks";
import type { NetworksFact } from "./facts";

/**
 * Writes an appointment down, with its audit row and its fact. The caller holds the lock of `networkToStaff` and has
 * ended what the new appointment replaces.
 * @returns its id
 */
export async function writeAppointment(
  tx: Transaction,
  actor: Actor,
  appointment: {
    networkId: string;
    personId: string;
    duty: CoordinatorDuty;
    startsOn: string;
    endsOn: string;
  },
): Promise<string> {
  const { networkId, personId, duty, endsOn } = appointment;
  const [row] = await tx
    .insert(coordinators)
    .values({ ...appointment, appointedBy: actorId(actor) })
    .returning({ id: coordinators.id });
  const appointmentId = row!.id;
  await audit(tx, actor, {
    act: "coordinator appointed",
    subjectType: "person",
    subjectId: personId,
    details: { networkId, appointmentId, duty, endsOn },
  });
  await announce<NetworksFact>(tx, { kind: "networks.coordinator-appointed", networkId, appointmentId });
  return appointmentId;
}

/**
 * Ends the current appointment of a person, if there is one.
 * @param options.replaced another one takes its place at once, so its end is no news
 */
export async function closeAppointment(
  tx: Transaction,
  actor: Actor,
  { networkId, personId }: { networkId: string; personId: string },
  now: Date,
  options: { replaced?: boolean } = {},
): Promise<void> {
  const [ended] = await tx
    .update(coordinators)
    .set({ endedAt: now })
    .where(
      and(
        eq(coordinators.networkId, networkId),
        eq(coordinators.personId, personId),
        isNull(coordinators.endedAt),
      ),
    )
    .returning({ id: coordinators.id, duty: coordinators.duty });
  if (!ended || options.replaced) return;
  await audit(tx, actor, {
    act: "appointment ended",
    subjectType: "person",
    subjectId: personId,
    details: { networkId, appointmentId: ended.id, duty: ended.duty },
  });
  await announce<NetworksFact>(tx, {
    kind: "networks.appointment-ended",
    networkId,
    appointmentId: ended.id,
  });
}

/** Who leads a network, or led it last; null where nobody ever did. */
export async function latestLead(tx: Transaction, networkId: string): Promise<string | null> {
  const [lead] = await tx
    .select({ personId: coordinators.personId })
    .from(coordinators)
    .where(and(eq(coordinators.networkId, networkId), eq(coordinators.duty, "lead")))
    .orderBy(desc(coordinators.createdAt), desc(coordinators.id))
    .limit(1);
  return lead?.personId ?? null;
}
