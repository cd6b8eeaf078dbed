import { eq, lt, or, sql } from "drizzle-orm";
import { accountDeletions, keptMails, people, rateLimits } from "~db/schema";
import type { Transaction } from "~db/transaction.server";
import { forgetBounces } from "../mail/bounces.server";
import type { Personal } from "./personal";

/** What the platform's own tables hold. */
export const platformPersonal: Personal = {
  holds: {
    audit_entries: "no words",
    kept_mails: "deleted",
    mail_bounces: "deleted",
    rate_limits: "deleted",
    site_facts: "no words",
    "drizzle.__drizzle_migrations": "no words",
    "graphile_worker._private_job_queues": "no words",
    "graphile_worker._private_jobs": "deleted",
    "graphile_worker._private_known_crontabs": "no words",
    "graphile_worker._private_tasks": "no words",
  },
  async erase(tx, personId) {
    await forgetMailBack(tx, personId);
    await forgetKeptMails(tx, personId);
    await forgetJobs(tx, personId);
    // Limits of what one person may do bear their id; those of an address or a mailbox are for accounts to forget.
    await tx.delete(rateLimits).where(sql`position(${personId} in ${rateLimits.key}) > 0`);
  },
};

async function forgetMailBack(tx: Transaction, personId: string): Promise<void> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (person) await forgetBounces(tx, person.email);
}

/**
 * Kept mails to the person, and those to others that name them. What is older than their wish to go may hold a name or an
 * address they had before; it is past its time anyway, for kept mails live a week.
 */
async function forgetKeptMails(tx: Transaction, personId: string): Promise<void> {
  const [person] = await tx
    .select({ name: people.name, email: people.email, askedAt: accountDeletions.askedAt })
    .from(people)
    .leftJoin(accountDeletions, eq(accountDeletions.personId, people.id))
    .where(eq(people.id, personId));
  if (!person) return;
  const holds = (text: string) =>
    sql`position(lower(${text}) in lower(${keptMails.subject} || ' ' || ${keptMails.text})) > 0`;
  await tx
    .delete(keptMails)
    .where(
      or(
        eq(keptMails.recipient, person.email),
        holds(person.email),
        holds(person.name),
        person.askedAt ? lt(keptMails.createdAt, person.askedAt) : undefined,
      ),
    );
}

/**
 * Jobs carry ids alone: those still to run find nobody and end. Those that were set aside would keep the id for ever.
 */
async function forgetJobs(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`
    delete from graphile_worker._private_jobs
    where attempts >= max_attempts and position(${personId} in payload::text) > 0`);
}
