import { eq } from "drizzle-orm";
import { RuleBroken } from "~/platform/errors/errors";
import type { Database } from "~db/client.server";
import { people } from "~db/schema";
import { passwordMatches } from "./hashing.server";
import { countPasswordTry, forgetPasswordTries } from "./tries.server";

/**
 * Asks somebody who is signed in for their password, in case it is not they who sit at a browser left open.
 * @returns what it was checked against
 * @throws RuleBroken at the field `currentPassword`, TooFast after ten wrong ones
 */
export async function checkOwnPassword(
  db: Database,
  personId: string,
  password: string,
): Promise<{ passwordHash: string; name: string; email: string }> {
  await countPasswordTry(db, personId);
  const [person] = await db
    .select({ passwordHash: people.passwordHash, name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person || !(await passwordMatches(person.passwordHash, password))) {
    throw new RuleBroken("accounts_current_wrong", {}, "currentPassword");
  }
  await forgetPasswordTries(db, personId);
  return person;
}
