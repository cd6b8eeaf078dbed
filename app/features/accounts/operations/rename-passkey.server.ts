import { and, eq } from "drizzle-orm";
import { validate } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { passkeys } from "~db/schema";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../permissions";

/**
 * Gives one of the actor's own passkeys another name.
 * @throws NotAllowed without an account; NotFound when there is none, or it is somebody else's
 */
export async function renamePasskey(
  { db }: Services,
  actor: Actor,
  input: { passkeyId: string; name: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  if (!validate(input.passkeyId)) throw new NotFound();
  await transaction(db, async (tx) => {
    const renamed = await tx
      .update(passkeys)
      .set({ name: input.name })
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.personId, actor.id)))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) throw new NotFound();
    await audit(tx, actor, {
      ...{ act: "passkey renamed", subjectType: "person", subjectId: actor.id },
      details: { passkeyId: input.passkeyId },
    });
  });
}
