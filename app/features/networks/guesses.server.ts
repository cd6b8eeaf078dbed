import { NotFound } from "~/platform/errors/errors";
import { countTry, GUESSING } from "~/platform/limits/limits.server";
import type { Services } from "~/platform/services/services.server";

/**
 * Answers a code that never was. Only guesses count: fifty teachers of one school may open their link at the same time.
 * @throws NotFound, or TooFast after ten within a quarter of an hour from one address
 */
export async function refuseGuess({ db }: Services, addressGroup: string): Promise<never> {
  await countTry(db, `join:address:${addressGroup}`, GUESSING);
  throw new NotFound();
}
