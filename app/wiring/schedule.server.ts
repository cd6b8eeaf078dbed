import { v7 } from "uuid";
import { settleEmailChanges } from "~/features/accounts/email-changes.server";
import { removeOldTokens } from "~/features/accounts/email-tokens.server";
import { deleteDueAccounts } from "~/features/accounts/jobs/delete-due-accounts.server";
import { removeOldChallenges } from "~/features/accounts/passkey-challenges.server";
import { removeOldPendingSignIns } from "~/features/accounts/pending-sign-ins.server";
import { removeOldSnoozes } from "~/features/networks/cockpit/snoozes.server";
import { removeOldLetters } from "~/features/networks/letters.server";
import { remindCoordinators } from "~/features/networks/operations/remind-coordinators.server";
import { settleLeads } from "~/features/networks/operations/settle-leads.server";
import { gatherMails } from "~/features/notifications/jobs/gather-mails.server";
import { removeOldNotifications } from "~/features/notifications/jobs/remove-old.server";
import { findDuplicatesOfAdded, forgetOldMoves } from "~/features/schools/index.server";
import { schoolSearchable, schoolsClosedWithin } from "~/features/schools/searchable.server";
import { examine, repair, SYNC_JOB, syncSecond } from "~/features/search/index.server";
import { announceLooks } from "~/features/search/jobs/look-for-new.server";
import { sweepFiles } from "~/platform/files/ledger.server";
import type { Job, ScheduledJob } from "~/platform/jobs/worker.server";
import { removeOldLimits } from "~/platform/limits/limits.server";
import { removeOldBounces } from "~/platform/mail/bounces.server";
import { removeOldKeptMails } from "~/platform/mail/kept.server";
import type { Services } from "~/platform/services/services.server";
import { removeOldSessions } from "~/platform/sessions/sessions.server";
import { searchables } from "./searchables.server";
import { SYNONYMS_JOB, tellSynonyms } from "./synonyms.server";

/** Hours apart from other nightly work: it reads every record. */
const checkSearch = async (services: Services) => {
  await repair(services, searchables, await examine(services, searchables));
};

import { transaction } from "~db/transaction.server";
import { enqueueIndexing } from "./indexing.server";

/** What the clock starts: name, cron pattern in UTC, and the work. */
export const schedule: (ScheduledJob & { work: (services: Services) => Promise<void> })[] = [
  {
    name: "remove-old-sessions",
    pattern: "17 * * * *",
    work: ({ db, config }) => removeOldSessions({ db, appUrl: config.appUrl }),
  },
  { name: "remove-old-tokens", pattern: "22 * * * *", work: ({ db }) => removeOldTokens(db) },
  {
    name: "remove-old-pending-sign-ins",
    pattern: "24 * * * *",
    work: ({ db }) => removeOldPendingSignIns(db),
  },
  { name: "remove-old-challenges", pattern: "26 * * * *", work: ({ db }) => removeOldChallenges(db) },
  { name: "settle-email-changes", pattern: "12 * * * *", work: settleEmailChanges },
  { name: "delete-due-accounts", pattern: "32 * * * *", work: deleteDueAccounts },
  { name: "remove-old-limits", pattern: "27 * * * *", work: ({ db }) => removeOldLimits(db) },
  { name: "sweep-files", pattern: "32 * * * *", work: sweepFiles },
  { name: "remove-old-notifications", pattern: "47 3 * * *", work: ({ db }) => removeOldNotifications(db) },
  { name: "remove-old-letters", pattern: "42 3 * * *", work: ({ db }) => removeOldLetters(db) },
  { name: "remove-old-snoozes", pattern: "33 3 * * *", work: ({ db }) => removeOldSnoozes(db) },
  { name: "settle-leads", pattern: "3 * * * *", work: (services) => settleLeads(services) },
  // By day, in most of our time zones: nobody is woken for it.
  { name: "remind-coordinators", pattern: "13 6-18 * * *", work: (services) => remindCoordinators(services) },
  { name: "gather-news-mails", pattern: "*/2 * * * *", work: ({ db }) => gatherMails(db) },
  { name: "index-closed-schools", pattern: "7 0 * * *", work: indexClosedSchools },
  { name: "find-duplicate-schools", pattern: "41 2 * * *", work: findDuplicatesOfAdded },
  { name: "forget-school-moves", pattern: "53 3 * * *", work: forgetOldMoves },
  // Before the first lesson, in any of our time zones: one mail a day at most.
  { name: "look-for-new-finds", pattern: "7 4 * * *", work: announceLooks },
  { name: "remove-old-bounces", pattern: "33 3 * * *", work: ({ db }) => removeOldBounces(db) },
  { name: "remove-old-kept-mails", pattern: "37 3 * * *", work: ({ db }) => removeOldKeptMails(db) },
  // Changes wake it at once; the clock finds what was left when everything that could wake it was down.
  { name: SYNC_JOB, pattern: "* * * * *", work: (services) => syncSecond(services, searchables) },
  // A material that no pack uses yet announces nothing.
  { name: SYNONYMS_JOB, pattern: "52 * * * *", work: tellSynonyms },
  { name: "search-check", pattern: "11 4 * * *", work: checkSearch },
];

/** A school closes on its day without anybody changing it; a week of days, should the house have stood still. */
async function indexClosedSchools({ db }: Services) {
  const ids = await schoolsClosedWithin(db, 7);
  await transaction(db, (tx) =>
    enqueueIndexing(
      tx,
      { searchable: schoolSearchable, recordsOf: () => ids },
      { kind: "schools.closed" },
      v7(),
    ),
  );
}

/** The scheduled work as jobs. */
export const scheduledJobs = (services: Services): Record<string, Job> =>
  Object.fromEntries(schedule.map(({ name, work }) => [name, () => work(services)]));
