import { audit } from "~/platform/audit/audit.server";
import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endOtherSessions } from "~/platform/sessions/list.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../permissions";

/**
 * Signs the actor out everywhere but in this browser.
 * @param input.cookies the Cookie header
 * @throws NotAllowed without an account
 */
export async function endOwnOtherSessions(
  { db }: Services,
  actor: Actor,
  input: { cookies: string | null },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    const count = await endOtherSessions(tx, actor.id, input.cookies);
    await audit(tx, actor, {
      act: "other sessions ended",
      subjectType: "person",
      subjectId: actor.id,
      details: { count },
    });
  });
}
