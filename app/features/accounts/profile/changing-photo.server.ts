import { eq } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotFound } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import type { Person } from "~/platform/services/actor";
import { people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";

/**
 * Writes which photo a person has, with its audit row and facts; nothing where that is so already. A trigger lets go of the
 * files of the one before.
 * @throws NotFound when the person is gone
 */
export async function changePhoto(tx: Transaction, person: Person, photo: string | null): Promise<void> {
  const [before] = await tx
    .select({ photo: people.photo })
    .from(people)
    .where(eq(people.id, person.id))
    .for("no key update");
  if (!before) throw new NotFound();
  if (before.photo === photo) return;
  await tx.update(people).set({ photo }).where(eq(people.id, person.id));
  await audit(tx, person, {
    act: photo === null ? "photo removed" : "photo changed",
    subjectType: "person",
    subjectId: person.id,
  });
  await announce<AccountsFact>(tx, { kind: "accounts.people-changed", personIds: person.id });
  if (before.photo !== null) {
    await announce<AccountsFact>(tx, { kind: "accounts.photo-replaced", personId: person.id });
  }
}
