import { inArray, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { rateLimits } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { TooFast } from "../errors/errors";

/** 10 tries in 15 minutes: for anything that guesses at a secret. */
export const GUESSING = { tries: 10, seconds: 15 * 60 };

/**
 * Counts one try, in a statement of its own so that a try which fails afterwards still counts.
 * @param key what is limited, such as "sign-in:address:203.0.113.7"
 * @throws TooFast when there were more than `limit.tries` in the current window
 */
export async function countTry(
  db: Database,
  key: string,
  limit: { tries: number; seconds: number },
): Promise<void> {
  const window = sql`now() + make_interval(secs => ${limit.seconds})`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, windowEndsAt: window, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${rateLimits.windowEndsAt} < now() then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${rateLimits.windowEndsAt} < now() then ${window} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      secondsLeft: sql<number>`ceil(extract(epoch from ${rateLimits.windowEndsAt} - now()))::int`,
    });
  if (row && row.count > limit.tries) throw new TooFast(Math.max(1, row.secondsLeft));
}

/** Forgets the tries under a key, after the secret was known after all. */
export async function forgetTries(db: Database, key: string): Promise<void> {
  await db.delete(rateLimits).where(sql`${rateLimits.key} = ${key}`);
}

/** Forgets the tries under several keys, in the transaction that makes them nobody's. */
export async function forgetAllTries(tx: Transaction, keys: string[]): Promise<void> {
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys));
}

/** Takes one try back, where only failures shall count: a school behind one address signs in at the same time. */
export async function giveBackTry(db: Database, key: string): Promise<void> {
  await db
    .update(rateLimits)
    .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
    .where(sql`${rateLimits.key} = ${key}`);
}

/** Removes windows that are over. Run by the schedule. */
export async function removeOldLimits(db: Database): Promise<void> {
  await db.delete(rateLimits).where(sql`${rateLimits.windowEndsAt} < now()`);
}

/** Groups addresses so that one person counts once: IPv4 as it is, IPv6 by /64. */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1] as string;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("%")[0]!.split("::");
  const front = head ? head.split(":") : [];
  const back = tail ? tail.split(":") : [];
  const groups = [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":")}::/64`;
}
