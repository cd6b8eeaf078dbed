import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { announce } from "~/platform/events/announce.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { AccountsFact } from "../facts";
import { countAccountTry, mayGetLetter } from "../tries.server";

/**
 * Asks for a mail with which a new password can be set. Where nobody has the address, the same is done for a person who
 * does not exist, so that neither the answer nor its time tells.
 * @throws TooFast
 */
export async function askForReset(
  { db }: Services,
  _actor: Actor,
  input: { email: string; addressGroup: string },
): Promise<void> {
  await countAccountTry(db, "reset", input);
  if (!(await mayGetLetter(db, input.email))) return;
  await transaction(db, async (tx) => {
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, input.email));
    await announce<AccountsFact>(tx, { kind: "accounts.reset-wanted", personId: person?.id ?? v7() });
  });
}
