import { eq } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { notificationChoices, notificationTimes } from "~db/schema";
import type { MailChoice } from "~db/vocabulary/notifications";
import { usualChoices } from "./kinds";
import { type Times, usualTimes } from "./times";

/** How a person learns by mail of each kind: what they chose, otherwise the usual. */
export async function choicesOf(db: Reader, personId: string): Promise<Record<string, MailChoice>> {
  const { kind, choice } = notificationChoices;
  const rows = await db
    .select({ kind, choice })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId));
  const chosen = Object.fromEntries(rows.map((row) => [row.kind, row.choice]));
  return Object.fromEntries(Object.entries(usualChoices).map(([of, usual]) => [of, chosen[of] ?? usual]));
}

/** When mails of news may come to a person, and whether they have said so themselves. */
export async function timesOf(db: Reader, personId: string): Promise<{ times: Times; said: boolean }> {
  const [row] = await db.select().from(notificationTimes).where(eq(notificationTimes.personId, personId));
  if (!row) return { times: usualTimes, said: false };
  const { timeZone, hour, weekday, quietFrom, quietTo } = row;
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
  return { times: { timeZone, hour, weekday, quiet }, said: true };
}
