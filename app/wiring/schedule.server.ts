import { removeOldTokens } from "~/features/accounts/email-tokens.server";
import { removeOldNotifications } from "~/features/notifications/jobs/remove-old.server";
import { announceLooks } from "~/features/search/jobs/look-for-new.server";
import type { Job, ScheduledJob } from "~/platform/jobs/worker.server";
import { removeOldLimits } from "~/platform/limits/limits.server";
import { removeOldKeptMails } from "~/platform/mail/kept.server";
import type { Services } from "~/platform/services/services.server";
import { removeOldSessions } from "~/platform/sessions/sessions.server";

/** What the clock starts: name, cron pattern in UTC, and the work. */
export const schedule: (ScheduledJob & { work: (services: Services) => Promise<void> })[] = [
  {
    name: "remove-old-sessions",
    pattern: "17 * * * *",
    work: ({ db, config }) => removeOldSessions({ db, appUrl: config.appUrl }),
  },
  { name: "remove-old-tokens", pattern: "22 * * * *", work: ({ db }) => removeOldTokens(db) },
  { name: "remove-old-limits", pattern: "27 * * * *", work: ({ db }) => removeOldLimits(db) },
  { name: "remove-old-notifications", pattern: "47 3 * * *", work: ({ db }) => removeOldNotifications(db) },
  // Before the first lesson, in any of our time zones: one mail a day at most.
  { name: "look-for-new-finds", pattern: "7 4 * * *", work: announceLooks },
  { name: "remove-old-kept-mails", pattern: "37 3 * * *", work: ({ db }) => removeOldKeptMails(db) },
];

/** The scheduled work as jobs. */
export const scheduledJobs = (services: Services): Record<string, Job> =>
  Object.fromEntries(schedule.map(({ name, work }) => [name, () => work(services)]));
