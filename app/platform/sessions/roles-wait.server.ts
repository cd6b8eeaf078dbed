import { eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { coordinators, passkeys, people, secondFactors, siteFacts } from "~db/schema";
import type { Transaction } from "~db/transaction.server";

const FACT = "second-factor-required";

/**
 * Whether the roles of the person in a query wait: the site asks administrators and coordinators for a second factor, and
 * this person is one of them and has none: neither an app that makes codes nor a passkey. To be selected beside `people`. Of appointments, those about to begin or
 * just over count too: which of them hold today is for the networks to say.
 */
export const rolesWait: SQL<boolean> = sql<boolean>`(
  exists (select from ${siteFacts} where ${siteFacts.name} = ${FACT} and ${siteFacts.value} = 'yes')
  and ('administrator' = any(${people.siteRoles}) or exists (
    select from ${coordinators}
    where ${coordinators.personId} = ${people.id} and ${coordinators.endedAt} is null
      and ${coordinators.endsOn} >= current_date - 1))
  and not exists (
    select from ${secondFactors}
    where ${secondFactors.personId} = ${people.id} and ${secondFactors.confirmedAt} is not null)
  and not exists (select from ${passkeys} where ${passkeys.personId} = ${people.id}))`;

/** Whether the site asks administrators and coordinators for a second factor. */
export async function isSecondFactorRequired(db: Reader): Promise<boolean> {
  const [fact] = await db.select({ value: siteFacts.value }).from(siteFacts).where(eq(siteFacts.name, FACT));
  return fact?.value === "yes";
}

/** Writes down whether the site asks for it. */
export async function setSecondFactorRequired(tx: Transaction, required: boolean): Promise<void> {
  const value = required ? "yes" : "no";
  await tx
    .insert(siteFacts)
    .values({ name: FACT, value })
    .onConflictDoUpdate({ target: siteFacts.name, set: { value } });
}
