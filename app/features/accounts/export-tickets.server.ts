import { TooFast } from "~/platform/errors/errors";
import { countTry } from "~/platform/limits/limits.server";
import { houseSecret } from "~/platform/secrets/house-secret.server";
import { readSigned, sign } from "~/platform/secrets/signed.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import type { Database } from "~db/client.server";

/** A copy of one's data is fetched at once; a little longer for a slow phone. */
const LIFE_MS = 10 * 60_000;

/** A download that broke may be begun again. */
const OPENINGS = { tries: 3, seconds: 15 * 60 };

/** What fetches a person's data for ten minutes after they gave their password, and only in their own session. */
export async function exportTicket(db: Database, personId: string, now: Date): Promise<string> {
  return sign(await houseSecret(db), "export", `${personId} ${now.getTime() + LIFE_MS}`);
}

/** Whether a ticket is this person's and still good; it opens three times. */
export async function takeExportTicket(
  db: Database,
  personId: string,
  ticket: string,
  now: Date,
): Promise<boolean> {
  const [owner, until] = readSigned(await houseSecret(db), "export", ticket)?.split(" ") ?? [];
  if (owner !== personId || !(Number(until) > now.getTime())) return false;
  try {
    await countTry(db, `export:ticket:${hashToken(ticket)}`, OPENINGS);
    return true;
  } catch (error) {
    if (error instanceof TooFast) return false;
    throw error;
  }
}
