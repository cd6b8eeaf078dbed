import { v7 } from "uuid";
import { audit } from "~/platform/audit/audit.server";
import { Conflict, NotAllowed } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { deletionOf, forgetDeletion } from "../deletions.server";
import type { AccountsFact } from "../facts";
import { mayChangeAccount } from "../permissions";

/**
 * Keeps one's own account after all: everything is as before. Pressing it twice is harmless.
 * @throws NotAllowed without an account; Conflict when the house has begun to delete it
 */
export async function keepAccount({ db }: Services, actor: Actor): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    if (!(await forgetDeletion(tx, actor.id))) {
      if (await deletionOf(tx, actor.id)) throw new Conflict("accounts_keep_late");
      return;
    }
    await audit(tx, actor, { act: "account kept", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, {
      kind: "accounts.account-kept",
      personId: actor.id,
      occasion: v7(),
    });
  });
}
