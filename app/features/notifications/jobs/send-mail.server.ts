import { and, eq, isNull, sql } from "drizzle-orm";
import { DeliveryUnknown } from "~/platform/mail/mail.server";
import type { Services } from "~/platform/services/services.server";
import type { Reader } from "~db/client.server";
import { notificationMails } from "~db/schema";
import type { MailOutcome } from "~db/vocabulary/notifications";
import { writeNews } from "../emails/write-news.server";

/** Longer than any handing over takes: what began before and has no end was left by the dead. */
const HANDING_OVER = sql`interval '5 minutes'`;

/**
 * Sends one mail of news. That it begins is written down before it does: should its end never be, it is not sent again
 * where it might arrive twice. Run by the job that was made with the mail.
 * @throws what the mail server said when it refused, and when somebody else is sending it now: to be tried again
 */
export async function sendNewsMail(services: Services, { mailId }: { mailId: string }): Promise<void> {
  const { db, mail, log } = services;
  const waiting = await waitingMail(db, mailId);
  if (!waiting) return;
  const letter = await writeNews(services, { mailId, ...waiting });
  if (!letter) return end(services, mailId, "needless");
  if (!(await begin(services, mailId))) return leftByTheDead(services, mailId);
  try {
    await mail.send({ ...letter, id: mailId, once: true });
  } catch (error) {
    if (error instanceof DeliveryUnknown) {
      log.warn({ mailId }, "nobody knows whether a mail of news arrived");
      return end(services, mailId, "unknown");
    }
    await db
      .update(notificationMails)
      .set({ beganAt: null })
      .where(and(eq(notificationMails.id, mailId), isNull(notificationMails.doneAt)));
    throw error;
  }
  await end(services, mailId, "sent");
}

/** A mail that is not done; null where it is, or is gone. */
async function waitingMail(db: Reader, mailId: string) {
  const { id, personId, rhythm, doneAt } = notificationMails;
  const [waiting] = await db
    .select({ personId, rhythm })
    .from(notificationMails)
    .where(and(eq(id, mailId), isNull(doneAt)));
  return waiting ?? null;
}

/** Writes down that its handing over begins; false when somebody else has, or it is done. */
async function begin({ db, mail }: Services, mailId: string): Promise<boolean> {
  const { id, beganAt, doneAt } = notificationMails;
  const begun = await db
    .update(notificationMails)
    .set({ beganAt: sql`now()` })
    .where(and(eq(id, mailId), isNull(doneAt), mail.recognisesRepeats ? undefined : isNull(beganAt)))
    .returning({ id });
  return begun.length > 0;
}

async function leftByTheDead(services: Services, mailId: string): Promise<void> {
  const state = await stateOf(services.db, mailId);
  if (!state || state.done) return;
  if (!state.old) throw new Error("this mail is being sent by somebody else");
  services.log.warn({ mailId }, "a mail of news was begun by a worker that died: it is not sent again");
  await end(services, mailId, "unknown");
}

async function stateOf(db: Reader, mailId: string) {
  const { id, beganAt, doneAt } = notificationMails;
  const [state] = await db
    .select({
      done: sql<boolean>`${doneAt} is not null`,
      old: sql<boolean>`coalesce(${beganAt} < now() - ${HANDING_OVER}, false)`,
    })
    .from(notificationMails)
    .where(eq(id, mailId));
  return state ?? null;
}

async function end({ db }: Services, mailId: string, outcome: MailOutcome): Promise<void> {
  await db
    .update(notificationMails)
    .set({ doneAt: sql`now()`, outcome })
    .where(and(eq(notificationMails.id, mailId), isNull(notificationMails.doneAt)));
}
