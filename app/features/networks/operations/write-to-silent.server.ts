import { and, eq, gt, inArray } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound, RuleBroken } from "~/platform/errors/errors";
import { announceInPortions } from "~/platform/events/announce.server";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { memberMessages } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { daysBefore } from "../cockpit/silence";
import { silentOnes } from "../cockpit/silent-ones.server";
import { rest } from "../cockpit/snoozes.server";
import { SILENT_MEMBERS } from "../cockpit/sources/silent-members.server";
import { SILENT_SCHOOLS } from "../cockpit/sources/silent-schools.server";
import { type SilentOnes, WRITTEN_DAYS } from "../cockpit/writing";
import type { NetworksFact } from "../facts";
import { networkToAnnounce } from "../locks.server";
import { mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

const DAY_MS = 86_400_000;

/**
 * Writes a few words to a silent member, or to the silent members of a school. Each hears from a network at most once in
 * thirty days, and rests in the cockpit that long. The same words again within a day are the same form sent twice.
 * @returns how many were written to
 * @throws NotFound, NotAllowed for who does not coordinate the network now, RuleBroken where nobody is silent any more
 *   or all were written to of late
 */
export async function writeToSilent(
  services: Services,
  actor: Actor,
  { slug, words, ...whom }: { slug: string; words: string } & SilentOnes,
  now = new Date(),
): Promise<number> {
  return transaction(services.db, async (tx) => {
    const network = await networkToAnnounce(tx, slug);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), dayOf(now))) throw new NotAllowed();
    const found = await silentOnes(tx, network.id, whom, dayOf(now));
    if (!found) throw new NotFound();
    if (found.silent.length === 0) throw new RuleBroken("networks_write_not_silent");
    const ids = found.silent.map(({ id }) => id);
    const recent = await recentMessages(tx, network.id, ids, now);
    const free = ids.filter((id) => !recent.some(({ personId }) => personId === id));
    if (free.length === 0) {
      const sameForm = recent.some(
        (message) =>
          message.words === words &&
          message.authorId === actorId(actor) &&
          message.createdAt.getTime() > now.getTime() - DAY_MS,
      );
      if (sameForm) return 0;
      throw new RuleBroken("networks_write_recent", { days: WRITTEN_DAYS });
    }
    const written = await tx
      .insert(memberMessages)
      .values(
        free.map((personId) => ({
          ...{ networkId: network.id, personId, words, createdAt: now },
          authorId: actorId(actor),
        })),
      )
      .returning({ id: memberMessages.id });
    const until = daysBefore(dayOf(now), -WRITTEN_DAYS);
    const resting = { networkId: network.id, until, madeBy: actorId(actor) };
    await rest(tx, [
      ...free.map((subjectId) => ({ ...resting, kind: SILENT_MEMBERS, subjectId })),
      ...("schoolId" in whom ? [{ ...resting, kind: SILENT_SCHOOLS, subjectId: whom.schoolId }] : []),
    ]);
    await audit(tx, actor, {
      act: "silent members written to",
      subjectType: "network",
      subjectId: network.id,
      details: { personIds: free },
    });
    await announceInPortions<NetworksFact>(
      tx,
      written.map(({ id }) => id),
      (messageIds) => ({ kind: "networks.members-written", networkId: network.id, messageIds }),
    );
    return free.length;
  });
}

const recentMessages = (tx: Transaction, networkId: string, personIds: string[], now: Date) =>
  tx
    .select()
    .from(memberMessages)
    .where(
      and(
        eq(memberMessages.networkId, networkId),
        inArray(memberMessages.personId, personIds),
        gt(memberMessages.createdAt, new Date(now.getTime() - WRITTEN_DAYS * DAY_MS)),
      ),
    );
