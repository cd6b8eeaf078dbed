import { REBUILD_JOB, rebuildSecond } from "~/features/search/index.server";
import { FACT_JOB, type Fact } from "~/platform/events/announce.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import type { Job } from "~/platform/jobs/worker.server";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { reactions } from "./reactions.server";
import { scheduledJobs } from "./schedule.server";
import { searchables } from "./searchables.server";

/** Every job the worker knows, by name. */
export const jobs = (services: Services): Record<string, Job> => ({
  [FACT_JOB]: (payload) => handOut(services, payload as { id: string; fact: Fact }),
  reaction: (payload) => react(services, payload as { fact: Fact; reaction: string }),
  [REBUILD_JOB]: () => rebuildSecond(services, searchables),
  ...scheduledJobs(services),
});

// Each reaction becomes a job of its own: one that fails is tried again without repeating the others. All are enqueued or
// none: a try after a half-done one would repeat reactions that have run meanwhile.
async function handOut(services: Services, { id, fact }: { id: string; fact: Fact }) {
  await transaction(services.db, async (tx) => {
    for (const reaction of Object.keys(reactions[fact.kind] ?? {})) {
      await enqueue(tx, "reaction", { fact, reaction }, { key: `${id}:${reaction}` });
    }
  });
}

async function react(services: Services, { fact, reaction }: { fact: Fact; reaction: string }) {
  await reactions[fact.kind]?.[reaction]?.(services, fact);
}
