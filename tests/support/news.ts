import { isNotNull, sql } from "drizzle-orm";
import { gatherMails } from "~/features/notifications/jobs/gather-mails.server";
import { notifications } from "~db/schema";
import type { House } from "./house";

/** Runs what is due and lets the time of every waiting mail of news come: those are gathered and sent. */
export async function newsGoesOut({ services, runJobs }: Pick<House, "services" | "runJobs">): Promise<void> {
  await runJobs();
  await newsIsDue(services.db);
  await gatherMails(services.db);
  await runJobs();
}

/** Lets the time of every waiting mail of news come. */
export async function newsIsDue(db: House["services"]["db"]): Promise<void> {
  await db
    .update(notifications)
    .set({ mailDueAt: sql`now() - interval '1 second'` })
    .where(isNotNull(notifications.mailDueAt));
}
