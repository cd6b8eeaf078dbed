import type { EnqueuedTask, Meilisearch, Task } from "meilisearch";

/** A task that Meilisearch took and could not do. */
export class TaskFailed extends Error {}

/** How often a task is asked for, and how long it may take at most. */
const ASK_EVERY_MS = 40;
const LONGEST_MS = 10 * 60_000;

/**
 * Waits until Meilisearch has done what it was given.
 * @throws TaskFailed with its own words when it could not, or when somebody cancelled it
 */
export async function done(client: Meilisearch, tasks: EnqueuedTask[]): Promise<void> {
  for await (const task of client.tasks.waitForTasksIter(tasks, {
    interval: ASK_EVERY_MS,
    timeout: LONGEST_MS,
  })) {
    if (task.status !== "succeeded") throw new TaskFailed(reasonOf(task));
  }
}

const reasonOf = ({ uid, type, status, error }: Task) =>
  `Meilisearch task ${uid} (${type}) ${status}: ${error?.message ?? "no reason given"}`;
