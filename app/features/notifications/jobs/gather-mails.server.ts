import { eq, inArray, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { enqueueMany } from "~/platform/jobs/jobs.server";
import { mailStopped } from "~/platform/mail/bounces.server";
import type { Database } from "~db/client.server";
import { locks } from "~db/locks";
import { notificationMails, notifications, people } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import type { MailRhythm } from "~db/vocabulary/notifications";

/** The job that sends one mail. */
export const NEWS_MAIL_JOB = "news-mail";

/** Tries of one mail: a mail server may be down for two days. */
const ATTEMPTS = 18;

/** Due rows looked at in one transaction to find people; all that is due of these people goes along. */
const AT_ONCE = 1_000;

/**
 * Makes mails of the news that is due: one for each, or one digest for all of a person's. What is claimed, the mail it
 * went into and the job that sends it are of one transaction. What was read meanwhile goes into none, and neither does
 * what is for people whose mail comes back: it stands on the site. Run by the schedule.
 */
export async function gatherMails(db: Database): Promise<void> {
  while (await transaction(db, gatherSome));
}

async function gatherSome(tx: Transaction): Promise<boolean> {
  const lock = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${locks.newsGathering}) as ours`,
  );
  if (!lock.rows[0]?.ours) return false;
  const due = await dueNews(tx);
  if (due.length === 0) return false;
  const goes = ({ readAt, stopped }: Due) => readAt === null && !stopped;
  const mails = mailsOf(due.filter(goes));
  if (mails.length > 0) {
    await tx
      .insert(notificationMails)
      .values(mails.map(({ id, personId, rhythm }) => ({ id, personId, rhythm })));
  }
  const claims = JSON.stringify([
    ...mails.flatMap(({ id, news }) => news.map((one) => ({ id: one, mail_id: id }))),
    ...due.filter((one) => !goes(one)).map(({ id }) => ({ id, mail_id: null })),
  ]);
  await tx.execute(sql`
    update notifications set mail_due_at = null, mail_id = claims.mail_id
    from jsonb_to_recordset(${claims}::jsonb) as claims(id uuid, mail_id uuid)
    where notifications.id = claims.id`);
  await enqueueMany(
    tx,
    NEWS_MAIL_JOB,
    mails.map(({ id }) => ({ mailId: id })),
    { attempts: ATTEMPTS },
  );
  return true;
}

type Due = { id: string; personId: string; rhythm: MailRhythm | null; readAt: Date | null; stopped: boolean };

/** Everything due of the people who wait longest, locked. */
async function dueNews(tx: Transaction): Promise<Due[]> {
  const isDue = sql`${notifications.mailDueAt} <= now()`;
  const oldest = tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(isDue)
    .orderBy(notifications.mailDueAt)
    .limit(AT_ONCE);
  return tx
    .select({
      id: notifications.id,
      personId: notifications.personId,
      rhythm: notifications.rhythm,
      readAt: notifications.readAt,
      stopped: mailStopped(people.email),
    })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .where(sql`${isDue} and ${inArray(notifications.personId, oldest)}`)
    .orderBy(notifications.id)
    .for("update", { of: notifications });
}

/** Which mails news makes: of what comes in digests, one for all of a person's that is due now. */
function mailsOf(due: Due[]): { id: string; personId: string; rhythm: MailRhythm; news: string[] }[] {
  const digests = new Map<string, ReturnType<typeof mailsOf>[number]>();
  const mails: ReturnType<typeof mailsOf> = [];
  for (const { id, personId, rhythm } of due) {
    if (rhythm === null) continue;
    const digest = rhythm === "each" ? undefined : digests.get(personId);
    if (digest) {
      digest.news.push(id);
      continue;
    }
    const mail = { id: v7(), personId, rhythm, news: [id] };
    mails.push(mail);
    if (rhythm !== "each") digests.set(personId, mail);
  }
  return mails;
}
