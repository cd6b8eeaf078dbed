import { eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { isLocale } from "~/platform/i18n/locale";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { mayChangeAccount } from "../permissions";

/**
 * Changes one's own name and language.
 * @param input.locale anything but a language of ours means: follow the browser
 * @throws NotAllowed without an account
 */
export async function changeProfile(
  { db }: Services,
  actor: Actor,
  input: { name: string; locale: string },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  await transaction(db, async (tx) => {
    const locale = isLocale(input.locale) ? input.locale : null;
    await tx.update(people).set({ name: input.name, locale }).where(eq(people.id, actor.id));
    await audit(tx, actor, { act: "profile changed", subjectType: "person", subjectId: actor.id });
    await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: actor.id });
  });
}
