import { eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitationRefusals, invitations } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { invitationByCode } from "../invitations.server";
import { refusalHash } from "../letters.server";
import { networkToJoin } from "../locks.server";

/**
 * Ends all letters of a network to the address that holds this one: the address is forgotten, but for a hash. Who may
 * is who holds the letter, signed in or not. Twice is harmless.
 * @throws NotFound for a code that never was one of a letter
 */
export async function refuseInvitations(
  services: Services,
  actor: Actor,
  { code }: { code: string },
  now = new Date(),
): Promise<void> {
  await transaction(services.db, async (tx) => {
    const found = await invitationByCode(tx, code);
    if (found?.kind !== "letter") throw new NotFound();
    // Waits for letters that are being asked for at this moment.
    await networkToJoin(tx, found.network.slug);
    const [letter] = await tx
      .select({ email: invitations.email, networkId: invitations.networkId })
      .from(invitations)
      .where(eq(invitations.id, found.id))
      .for("update");
    if (!letter?.email) return;
    await tx
      .insert(invitationRefusals)
      .values({
        networkId: letter.networkId,
        emailHash: refusalHash(letter.networkId, letter.email),
        createdAt: now,
      })
      .onConflictDoNothing();
    await tx.update(invitations).set({ email: null, revokedAt: now }).where(eq(invitations.id, found.id));
    await audit(tx, actor, {
      act: "invitations refused",
      subjectType: "network",
      subjectId: letter.networkId,
      details: { invitationId: found.id },
    });
  });
}
