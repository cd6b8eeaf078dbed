import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../permissions";
import { layDownSecret } from "../second-factor.server";

/**
 * Makes a secret for the actor's authenticator app. It counts for nothing until a code of the app confirms it; until
 * then each beginning makes a new one. Where there is a second factor already, nothing changes.
 * @throws NotAllowed without an account
 */
export async function beginSecondFactor({ db, config }: Services, actor: Actor): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, (tx) => layDownSecret(tx, config.dataDir, actor.id));
}
