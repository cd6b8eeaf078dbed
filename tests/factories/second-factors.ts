import { eq, sql } from "drizzle-orm";
import { TOTP } from "otpauth";
import { beginSecondFactor } from "~/features/accounts/operations/begin-second-factor.server";
import { confirmSecondFactor } from "~/features/accounts/operations/confirm-second-factor.server";
import { unseal } from "~/platform/secrets/sealed.server";
import type { Person } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { secondFactors } from "~db/schema";
import { PASSWORD } from "./people";

/** What a person's authenticator app shows. @param seconds later than now; negative for an older code */
export async function codeOf({ db, config }: Services, personId: string, seconds = 0): Promise<string> {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.personId, personId));
  const secret = await unseal(config.dataDir, row!.sealedSecret, personId);
  return new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1_000 });
}

/** Lets the codes that were taken be ten minutes old, so that the app's next one has come. */
export const letTimePass = ({ db }: Services, personId: string) =>
  db
    .update(secondFactors)
    .set({ lastStep: sql`${secondFactors.lastStep} - 20` })
    .where(eq(secondFactors.personId, personId));

/** Gives a person a second factor. @returns the recovery codes */
export async function giveSecondFactor(services: Services, person: Person): Promise<string[]> {
  await beginSecondFactor(services, person);
  const code = await codeOf(services, person.id);
  const { recoveryCodes } = await confirmSecondFactor(services, person, { code, currentPassword: PASSWORD });
  await letTimePass(services, person.id);
  return recoveryCodes;
}
