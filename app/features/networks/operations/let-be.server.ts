import { and, eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed, NotFound } from "~/platform/errors/errors";
import { type Actor, actorId } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { cockpitSnoozes } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { countNeed } from "../cockpit/counting.server";
import { daysBefore } from "../cockpit/silence";
import { rest } from "../cockpit/snoozes.server";
import { isId } from "../ids";
import { networkToJoin } from "../locks.server";
import { mayAppoint, mayCoordinate } from "../permissions";
import { standingOf } from "../queries.server";
import { dayOf } from "../term";

/** How long a need that was let be stays out of the cockpit, in days. */
export const LET_BE_DAYS = 90;

type OneNeed = { slug: string; kind: string; subjectId: string };

/**
 * Lets a need of the cockpit be for ninety days, for everybody who coordinates the network. Twice is harmless.
 * @throws NotFound for a kind that cannot be let be, NotAllowed for who does not coordinate the network now, Conflict
 *   where there is no such need
 */
export async function letBe(
  services: Services,
  actor: Actor,
  { slug, kind, subjectId }: OneNeed,
  now = new Date(),
): Promise<void> {
  const source = services.needSources.find((each) => each.kind === kind);
  if (!source?.canBeLeft || !isId(subjectId)) throw new NotFound();
  const today = dayOf(now);
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    const standing = await standingOf(tx, actor, network.id);
    if (!mayCoordinate(actor, standing, today)) throw new NotAllowed();
    const mine = { network, reader: actor, mayAppoint: mayAppoint(actor, standing, today), now, today };
    const thisOne = { ...mine, subjectId };
    if ((await countNeed(tx, source, { ...thisOne, leftBe: false })).count === 0) {
      if ((await countNeed(tx, source, { ...thisOne, leftBe: true })).count > 0) return;
      throw new Conflict("networks_need_gone");
    }
    const until = daysBefore(today, -LET_BE_DAYS);
    await rest(tx, [{ networkId: network.id, kind, subjectId, until, madeBy: actorId(actor) }]);
    await audit(tx, actor, {
      act: "need let be",
      subjectType: "network",
      subjectId: network.id,
      details: { kind, subjectId, until },
    });
  });
}

/**
 * Brings back what was let be. Twice is harmless.
 * @throws NotFound, NotAllowed for who does not coordinate the network now
 */
export async function takeUpAgain(
  services: Services,
  actor: Actor,
  { slug, kind, subjectId }: OneNeed,
  now = new Date(),
): Promise<void> {
  if (!isId(subjectId)) throw new NotFound();
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    if (!mayCoordinate(actor, await standingOf(tx, actor, network.id), dayOf(now))) throw new NotAllowed();
    const brought = await tx
      .delete(cockpitSnoozes)
      .where(
        and(
          eq(cockpitSnoozes.networkId, network.id),
          eq(cockpitSnoozes.kind, kind),
          eq(cockpitSnoozes.subjectId, subjectId),
        ),
      )
      .returning({ kind: cockpitSnoozes.kind });
    if (brought.length === 0) return;
    await audit(tx, actor, {
      act: "need taken up again",
      subjectType: "network",
      subjectId: network.id,
      details: { kind, subjectId },
    });
  });
}
