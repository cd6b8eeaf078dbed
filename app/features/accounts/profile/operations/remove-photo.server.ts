import { NotAllowed } from "~/platform/errors/errors";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../../permissions";
import { changePhoto } from "../changing-photo.server";

/**
 * Takes one's own photo away; quiet when there is none.
 * @throws NotAllowed without an account
 */
export async function removePhoto({ db }: Pick<Services, "db">, actor: Actor): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, (tx) => changePhoto(tx, actor, null));
}
