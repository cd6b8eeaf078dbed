import { NEWS_MAIL_JOB } from "~/features/notifications/jobs/gather-mails.server";
import { sendNewsMail } from "~/features/notifications/jobs/send-mail.server";
import { REBUILD_JOB, rebuildSecond } from "~/features/search/index.server";
import { FACT_JOB, type Fact } from "~/platform/events/announce.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import type { Job } from "~/platform/jobs/worker.server";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { enqueueIndexing, INDEX_JOB, index } from "./indexing.server";
import { reactions } from "./reactions.server";
import { scheduledJobs } from "./schedule.server";
import { searchables } from "./searchables.server";
import { tellSynonyms } from "./synonyms.server";

/** Every job the worker knows, by name. */
export const jobs = (services: Services): Record<string, Job> => ({
  [FACT_JOB]: (payload) => handOut(services, payload as { id: string; fact: Fact }),
  reaction: (payload) => react(services, payload as { fact: Fact; reaction: string }),
  // A fresh index knows no synonyms.
  [REBUILD_JOB]: () => rebuildSecond(services, searchables).then(() => tellSynonyms(services)),
  [INDEX_JOB]: (payload) => index(services, payload as { type: string; ids: string[] }),
  [NEWS_MAIL_JOB]: (payload) => sendNewsMail(services, payload as { mailId: string }),
  ...scheduledJobs(services),
});

// Each reaction becomes a job of its own: one that fails is tried again without repeating the others. All are enqueued or
// none: a try after a half-done one would repeat reactions that have run meanwhile.
async function handOut(services: Services, { id, fact }: { id: string; fact: Fact }) {
  await transaction(services.db, async (tx) => {
    for (const [name, reaction] of Object.entries(reactions[fact.kind] ?? {})) {
      const occasion = `${id}:${name}`;
      if ("searchable" in reaction) await enqueueIndexing(tx, reaction, fact, occasion);
      else await enqueue(tx, "reaction", { fact, reaction: name }, { key: keyOf(reaction) ?? occasion });
    }
  });
}

const keyOf = (reaction: object) => ("key" in reaction ? String(reaction.key) : null);

async function react(services: Services, { fact, reaction }: { fact: Fact; reaction: string }) {
  const known = reactions[fact.kind]?.[reaction];
  if (!known || "searchable" in known) return;
  await ("work" in known ? known.work : known)(services, fact);
}
