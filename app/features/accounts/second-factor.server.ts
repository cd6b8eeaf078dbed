import { and, count, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { seal, unseal } from "~/platform/secrets/sealed.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import type { Services } from "~/platform/services/services.server";
import type { Database, Reader } from "~db/client.server";
import { passkeys, recoveryCodes, secondFactors } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { foldRecoveryCode, newRecoveryCodes, newSecret, stepOf } from "./factor-codes.server";
import { forgetPendingSignIns } from "./pending-sign-ins.server";

const confirmed = (personId: string) =>
  and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt));

/** Which second factors of a person count: an app that makes codes, passkeys, both or none. */
export async function secondFactorsOf(
  db: Reader,
  personId: string,
): Promise<{ app: boolean; passkey: boolean }> {
  const app = db
    .select({ kind: sql<"app" | "passkey">`'app'` })
    .from(secondFactors)
    .where(confirmed(personId));
  const passkey = db
    .select({ kind: sql<"app" | "passkey">`'passkey'` })
    .from(passkeys)
    .where(eq(passkeys.personId, personId));
  const kinds = (await app.union(passkey)).map(({ kind }) => kind);
  return { app: kinds.includes("app"), passkey: kinds.includes("passkey") };
}

/** Whether a person has a second factor that counts, whichever. */
export async function hasSecondFactor(db: Reader, personId: string): Promise<boolean> {
  const { app, passkey } = await secondFactorsOf(db, personId);
  return app || passkey;
}

/** Whether a person has an app that makes codes and counts. */
export const hasApp = async (db: Reader, personId: string) => (await secondFactorsOf(db, personId)).app;

/** The secret of an app that has not proved yet that it has it; null when nothing is being set up. */
export async function unconfirmedSecret(
  { db, config }: Pick<Services, "db" | "config">,
  personId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ sealed: secondFactors.sealedSecret })
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNull(secondFactors.confirmedAt)));
  return row ? unseal(config.dataDir, row.sealed, personId) : null;
}

/** Lays down a fresh secret to be confirmed. One that counts already stays as it is. */
export async function layDownSecret(tx: Transaction, dataDir: string, personId: string): Promise<void> {
  const sealedSecret = await seal(dataDir, newSecret(), personId);
  await tx
    .insert(secondFactors)
    .values({ personId, sealedSecret })
    .onConflictDoUpdate({
      target: secondFactors.personId,
      set: { sealedSecret, lastStep: null },
      setWhere: isNull(secondFactors.confirmedAt),
    });
}

/**
 * Takes a code of the app and spends it together with all older ones, so that a code somebody saw opens nothing.
 * @returns whether it was right and not spent
 */
export async function takeAppCode(
  tx: Transaction,
  dataDir: string,
  personId: string,
  code: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ sealed: secondFactors.sealedSecret })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId));
  if (!row) return false;
  const step = stepOf(await unseal(dataDir, row.sealed, personId), code, Date.now());
  if (step === null) return false;
  const taken = await tx
    .update(secondFactors)
    .set({ lastStep: step })
    .where(
      and(
        eq(secondFactors.personId, personId),
        eq(secondFactors.sealedSecret, row.sealed),
        or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step)),
      ),
    )
    .returning({ personId: secondFactors.personId });
  return taken.length > 0;
}

/** Takes a code of the app or, in the same field, a recovery code, which is then gone. @returns whether it was right */
export async function takeCode(
  tx: Transaction,
  dataDir: string,
  personId: string,
  code: string,
): Promise<boolean> {
  const recovery = foldRecoveryCode(code);
  // An app that was begun and never confirmed proves nothing, whatever else made this person owe a code.
  if (recovery === null)
    return (await hasApp(tx, personId)) && (await takeAppCode(tx, dataDir, personId, code));
  const taken = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.id, stored(personId, recovery)), eq(recoveryCodes.personId, personId)))
    .returning({ id: recoveryCodes.id });
  return taken.length > 0;
}

// 80 random bits each: fast hashing gives a guesser nothing.
const stored = (personId: string, code: string) => hashToken(`${personId}:${code}`);

/** Makes ten recovery codes in place of all older ones. @returns them, for the only time */
export async function remakeRecoveryCodes(tx: Transaction, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ id: stored(personId, foldRecoveryCode(code) ?? code), personId })));
  return codes;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(db: Database, personId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.personId, personId));
  return row?.left ?? 0;
}

/** Takes the app away. @returns whether there was one that counted */
export async function removeApp(tx: Transaction, personId: string): Promise<boolean> {
  const [removed] = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .returning({ confirmedAt: secondFactors.confirmedAt });
  await forgetCodesWithoutFactor(tx, personId);
  return (removed?.confirmedAt ?? null) !== null;
}

/** Takes every passkey away. @returns whether there was one */
export async function removePasskeys(tx: Transaction, personId: string): Promise<boolean> {
  const removed = await tx
    .delete(passkeys)
    .where(eq(passkeys.personId, personId))
    .returning({ id: passkeys.id });
  await forgetCodesWithoutFactor(tx, personId);
  return removed.length > 0;
}

/** With the last second factor go the recovery codes and what waits for a code. */
export async function forgetCodesWithoutFactor(tx: Transaction, personId: string): Promise<void> {
  if (await hasSecondFactor(tx, personId)) return;
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await forgetPendingSignIns(tx, personId);
}
