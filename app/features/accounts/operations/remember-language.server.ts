import { eq } from "drizzle-orm";
import type { Locale } from "~/platform/i18n/locale";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";

/** Keeps the language somebody chose for their mails and other browsers. A visitor's choice stays in the browser. */
export async function rememberLanguage(
  { db }: Services,
  actor: Actor,
  input: { locale: Locale },
): Promise<void> {
  if (actor.kind !== "person") return;
  await transaction(db, (tx) =>
    tx.update(people).set({ locale: input.locale }).where(eq(people.id, actor.id)),
  );
}
