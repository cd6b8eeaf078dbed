import { and, eq, gt } from "drizzle-orm";
import { RuleBroken, TooFast } from "~/platform/errors/errors";
import type { Actor, Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { joinRequests, memberships } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { addMember } from "../adding.server";
import { forgetAtlas } from "../atlas.server";
import { DAILY_LIMITS } from "../joining";
import { networkToJoin, signedIn } from "../locks.server";
import { mayJoin } from "../permissions";
import { standingOf } from "../queries.server";

const DAY_MS = 86_400_000;

/**
 * Makes the actor a member of an open network. Joining twice is harmless.
 * @throws NotFound, NotAllowed for a visitor, RuleBroken where members are admitted another way, TooFast
 */
export async function joinNetwork(
  services: Services,
  actor: Actor,
  { slug }: { slug: string },
  now = new Date(),
): Promise<void> {
  const person = signedIn(actor);
  await transaction(services.db, async (tx) => {
    const network = await networkToJoin(tx, slug);
    const standing = await standingOf(tx, person, network.id);
    if (standing.member) return;
    if (!mayJoin(person, network, standing)) throw new RuleBroken(`networks_join_${network.joinPolicy}`);
    await refuseTooMany(tx, person, now);
    await addMember(tx, person, network.id, person.id);
    // They had asked before the network became open.
    await tx
      .update(joinRequests)
      .set({ state: "withdrawn", decidedAt: now })
      .where(
        and(
          eq(joinRequests.networkId, network.id),
          eq(joinRequests.personId, person.id),
          eq(joinRequests.state, "waiting"),
        ),
      );
  });
  forgetAtlas(services.db);
}

async function refuseTooMany(tx: Transaction, person: Person, now: Date) {
  const since = new Date(now.getTime() - DAY_MS);
  const joins = await tx.$count(
    memberships,
    and(eq(memberships.personId, person.id), gt(memberships.joinedAt, since)),
  );
  if (joins >= DAILY_LIMITS.joins) throw new TooFast(3_600);
}
