import { and, asc, eq, sql } from "drizzle-orm";
import { validate } from "uuid";
import type { Reader } from "~db/client.server";
import { passkeys, people } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

/** As many may one person have. */
export const MOST_PASSKEYS = 10;

const shown = {
  id: passkeys.id,
  name: passkeys.name,
  backedUp: passkeys.backedUp,
  createdAt: passkeys.createdAt,
  usedAt: passkeys.usedAt,
};

/** A person's passkeys as they see them, oldest first. */
export const passkeysOf = (db: Reader, personId: string) =>
  db
    .select(shown)
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
    .limit(MOST_PASSKEYS);

/** One passkey of a person's; null when there is none, or it is somebody else's. */
export async function passkeyOf(db: Reader, personId: string, id: string) {
  if (!validate(id)) return null;
  const [row] = await db
    .select(shown)
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)));
  return row ?? null;
}

/** What ceremonies need to know of a person's passkeys. */
export const credentialsOf = (db: Reader, personId: string) =>
  db
    .select({ id: passkeys.credentialId, transports: passkeys.transports, userHandle: passkeys.userHandle })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .limit(MOST_PASSKEYS);

export type StoredPasskey = NonNullable<Awaited<ReturnType<typeof passkeyByCredential>>>;

/** The passkey an authenticator answers with, and whose it is; null when it is unknown. */
export async function passkeyByCredential(db: Reader, credentialId: string) {
  const [row] = await db
    .select({
      id: passkeys.id,
      personId: passkeys.personId,
      credentialId: passkeys.credentialId,
      publicKey: passkeys.publicKey,
      userHandle: passkeys.userHandle,
    })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(and(eq(passkeys.credentialId, credentialId), sql`${people.emailVerifiedAt} is not null`));
  return row ?? null;
}

/**
 * Writes down a use. The counter of an authenticator that counts only grows (WebAuthn, 6.1.1): one that stands still or
 * goes back says that there are two of it.
 * @returns "gone" where the passkey was removed meanwhile; nothing is written unless "used"
 */
export async function noteUse(
  tx: Transaction,
  passkeyId: string,
  { counter, backedUp }: { counter: number; backedUp: boolean },
): Promise<"used" | "went back" | "gone"> {
  const own = eq(passkeys.id, passkeyId);
  const [kept] = await tx.select({ counter: passkeys.counter }).from(passkeys).where(own).for("update");
  if (!kept) return "gone";
  const countsNothing = counter === 0 && kept.counter === 0;
  if (counter <= kept.counter && !countsNothing) return "went back";
  await tx.update(passkeys).set({ counter, backedUp, usedAt: sql`now()` }).where(own);
  return "used";
}
