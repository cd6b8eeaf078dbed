import { eq, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people, profiles } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../../facts";
import { mayChangeAccount } from "../../permissions";
import type { ProfileInput } from "../profile";
import { profileOf } from "../queries.server";

/**
 * Writes what somebody tells of their own teaching. What stands there already is no change.
 * @param input.version of the profile as it was when the form was filled in
 * @throws NotAllowed without an account, Conflict when it was changed meanwhile, from another browser
 */
export async function saveProfile(
  { db }: Pick<Services, "db">,
  actor: Actor,
  { version, ...wanted }: ProfileInput,
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    // The person is locked, for the profile may not be there yet.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.id)).for("no key update");
    const current = await profileOf(tx, actor.id);
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (field) => String(wanted[field]) !== String(current[field]),
    );
    if (fields.length === 0) return;
    if (current.version !== version) throw new Conflict("accounts_profile_changed");
    await tx
      .insert(profiles)
      .values({ personId: actor.id, ...wanted })
      .onConflictDoUpdate({
        target: profiles.personId,
        set: { ...wanted, version: sql`${profiles.version} + 1`, updatedAt: sql`now()` },
      });
    await audit(tx, actor, {
      act: "profile changed",
      subjectType: "person",
      subjectId: actor.id,
      details: { fields },
    });
    await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: actor.id });
  });
}
