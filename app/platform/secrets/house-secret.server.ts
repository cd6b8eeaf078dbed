import { eq } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { siteFacts } from "~db/schema";
import { newToken } from "./tokens.server";

const NAME = "house secret";

const known = new WeakMap<object, Promise<string>>();

/**
 * What this house signs with: made once, the same for every process of it. It stands in the database and not in a file,
 * for web processes and workers may run on different machines; nothing signed with it signs anybody in.
 */
export function houseSecret(db: Database): Promise<string> {
  const secret = known.get(db) ?? readOrMake(db);
  known.set(db, secret);
  secret.catch(() => known.delete(db));
  return secret;
}

async function readOrMake(db: Database): Promise<string> {
  await db.insert(siteFacts).values({ name: NAME, value: newToken() }).onConflictDoNothing();
  const [row] = await db.select({ value: siteFacts.value }).from(siteFacts).where(eq(siteFacts.name, NAME));
  return row!.value;
}
