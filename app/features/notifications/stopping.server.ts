import { houseSecret } from "~/platform/secrets/house-secret.server";
import { readSigned, sign } from "~/platform/secrets/signed.server";
import type { Database } from "~db/client.server";

/** Whose mails of which kinds a link turns off. */
export type Stop = { personId: string; kinds: string[] };

const PURPOSE = "stop mails";

/** The token of an address that turns off a person's mails of these kinds; it never ends, for mails are kept for years. */
export const stopToken = async (db: Database, { personId, kinds }: Stop): Promise<string> =>
  sign(await houseSecret(db), PURPOSE, [personId, ...kinds].join(" "));

/** What a token turns off; null for one that this house has not made. */
export async function readStopToken(db: Database, token: string): Promise<Stop | null> {
  const [personId = "", ...kinds] = readSigned(await houseSecret(db), PURPOSE, token)?.split(" ") ?? [];
  return personId ? { personId, kinds } : null;
}
