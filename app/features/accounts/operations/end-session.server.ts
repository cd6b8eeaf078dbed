import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endSessionOf } from "~/platform/sessions/list.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../permissions";

/**
 * Signs one of the actor's own browsers out.
 * @param input.sessionId as the list of browsers gives it
 * @throws NotAllowed without an account; NotFound when there is no such session, or it is somebody else's
 */
export async function endOwnSession(
  { db }: Services,
  actor: Actor,
  input: { sessionId: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    if (!(await endSessionOf(tx, actor.id, input.sessionId))) throw new NotFound();
    await audit(tx, actor, { act: "session ended", subjectType: "person", subjectId: actor.id });
  });
}
