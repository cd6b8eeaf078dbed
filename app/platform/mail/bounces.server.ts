import { count, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database, Reader } from "~db/client.server";
import { mailBounces, siteFacts } from "~db/schema";
import type { Bounce } from "./refusals";

/** Transient bounces within a week that count like a permanent one. */
const TRANSIENT = { most: 5, days: 7 };

/** Longest text of a mail server that is kept. */
const LONGEST_SAID = 300;

type Writer = Pick<Database, "insert" | "delete">;

/** Writes down that mail to an address came back; once it is for good, or too often in a week, mail there stops. */
export async function noteBounce(db: Writer, address: string, bounce: Bounce): Promise<void> {
  const { kind } = bounce;
  const code = bounce.code.slice(0, 20);
  const said = [...bounce.said.replace(/[\p{Cc}\s]+/gu, " ").trim()].slice(0, LONGEST_SAID).join("");
  const old = sql`${mailBounces.firstAt} < now() - make_interval(days => ${TRANSIENT.days})`;
  const counted = sql`case when ${old} then 1 else least(${mailBounces.count} + 1, 1000000) end`;
  const stops = kind === "permanent" ? sql`true` : sql`${counted} >= ${TRANSIENT.most}`;
  await db
    .insert(mailBounces)
    .values({
      ...{ address: address.toLowerCase(), kind, code, said, count: 1 },
      stoppedAt: kind === "permanent" ? sql`now()` : null,
    })
    .onConflictDoUpdate({
      target: mailBounces.address,
      set: {
        ...{ kind, code, said, count: counted, lastAt: sql`now()` },
        firstAt: sql`case when ${old} then now() else ${mailBounces.firstAt} end`,
        stoppedAt: sql`coalesce(${mailBounces.stoppedAt}, case when ${stops} then now() end)`,
      },
    });
}

/** Forgets what came back from an address: somebody answered a mail that went there, or wants it tried again. */
export async function forgetBounces(db: Writer, address: string): Promise<boolean> {
  const gone = await db
    .delete(mailBounces)
    .where(eq(mailBounces.address, address.toLowerCase()))
    .returning({ address: mailBounces.address });
  return gone.length > 0;
}

/** In a query: whether mail nobody asked for is not sent to the address in a column. */
export const mailStopped = (address: PgColumn): SQL<boolean> => sql<boolean>`exists (
  select from ${mailBounces} where ${mailBounces.address} = ${address} and ${mailBounces.stoppedAt} is not null)`;

/** Since when mail to an address stands still; null while it goes. */
export async function stoppedSince(db: Reader, address: string): Promise<Date | null> {
  const [row] = await db
    .select({ stoppedAt: mailBounces.stoppedAt })
    .from(mailBounces)
    .where(eq(mailBounces.address, address.toLowerCase()));
  return row?.stoppedAt ?? null;
}

/** Addresses to which mail stands still, newest first, and how many there are. @param most rows */
export async function stoppedAddresses(db: Reader, most: number) {
  const rows = await db
    .select({
      address: mailBounces.address,
      kind: mailBounces.kind,
      code: mailBounces.code,
      said: mailBounces.said,
      count: mailBounces.count,
      lastAt: mailBounces.lastAt,
    })
    .from(mailBounces)
    .where(isNotNull(mailBounces.stoppedAt))
    .orderBy(desc(mailBounces.lastAt), mailBounces.address)
    .limit(most);
  const [all] = await db.select({ total: count() }).from(mailBounces).where(isNotNull(mailBounces.stoppedAt));
  return { rows, total: all?.total ?? 0 };
}

/** Removes what is a year old: addresses are kept no longer than they are of use. Run by the schedule. */
export async function removeOldBounces(db: Database): Promise<void> {
  await db.delete(mailBounces).where(sql`${mailBounces.lastAt} < now() - interval '1 year'`);
}

const IGNORED = "bounce messages ignored";

/** Counts a bounce message that nothing came of. */
export async function countIgnoredBounce(db: Database): Promise<void> {
  await db
    .insert(siteFacts)
    .values({ name: IGNORED, value: "1" })
    .onConflictDoUpdate({
      target: siteFacts.name,
      set: { value: sql`(${siteFacts.value}::bigint + 1)::text` },
    });
}

/** How many there were. */
export async function ignoredBounces(db: Reader): Promise<number> {
  const [row] = await db
    .select({ value: siteFacts.value })
    .from(siteFacts)
    .where(eq(siteFacts.name, IGNORED));
  return Number(row?.value ?? 0);
}
