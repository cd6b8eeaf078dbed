import { and, eq, inArray, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { invitations } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { NetworksFact } from "../facts";
import { stateOf } from "../invitation";
import { MOST_LETTERS } from "../letter-limits";
import { askedNow, isRecent, refuseTooManyLetters, refusing } from "../letters.server";
import { networkToStaff } from "../locks.server";
import { mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/**
 * Invites addresses by a letter each. Whether somebody has an account is neither asked nor told. An address that was
 * invited in the last day, came, or still holds a letter that works, gets no other.
 * @param input.addresses in lower case, each once
 * @returns how many get a letter, how many were invited before, and how many want none of this network
 * @throws NotFound, NotAllowed for who does not coordinate this network now, RuleBroken where it would be too many
 */
export async function inviteByLetter(
  services: Services,
  actor: Actor,
  { slug, addresses }: { slug: string; addresses: string[] },
  now = new Date(),
): Promise<{ sent: number; known: number; refused: number }> {
  const today = dayOf(now);
  return transaction(services.db, async (tx) => {
    // One after the other, so that a form sent twice finds its addresses invited and the limit holds.
    const network = await networkToStaff(tx, slug, today);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), today)) throw new NotAllowed();
    if (network.state === "closed") throw new RuleBroken("networks_no_invitations");
    if (addresses.length > MOST_LETTERS.atOnce)
      throw new RuleBroken("networks_letters_many", { most: MOST_LETTERS.atOnce }, "addresses");
    if (addresses.length === 0) return { sent: 0, known: 0, refused: 0 };
    const networkId = network.id;
    const refused = await refusing(tx, networkId, addresses);
    const earlier = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.networkId, networkId), inArray(invitations.email, addresses)));
    const known = new Set(
      earlier
        .filter(
          (letter) => isRecent(letter.invitedAt, now) || letter.uses > 0 || stateOf(letter, now) === "valid",
        )
        .map(({ email }) => email),
    );
    const wanted = addresses.filter((address) => !refused.has(address) && !known.has(address));
    const counts = { sent: wanted.length, refused: refused.size };
    if (wanted.length > 0) {
      await refuseTooManyLetters(tx, networkId, wanted.length, now);
      const asked = askedNow(actorId(actor), now);
      const letters = await tx
        .insert(invitations)
        .values(
          wanted.map((email) => ({ networkId, kind: "letter" as const, email, usesLimit: 1, ...asked })),
        )
        .onConflictDoUpdate({
          target: [invitations.networkId, invitations.email],
          targetWhere: sql`${invitations.email} is not null`,
          set: asked,
        })
        .returning({ id: invitations.id });
      await audit(tx, actor, {
        act: "people invited",
        subjectType: "network",
        subjectId: networkId,
        details: { letters: letters.map(({ id }) => id) },
      });
      for (const { id: invitationId } of letters) {
        await announce<NetworksFact>(tx, { kind: "networks.letter-wanted", networkId, invitationId });
      }
    }
    return { ...counts, known: addresses.length - counts.sent - counts.refused };
  });
}
