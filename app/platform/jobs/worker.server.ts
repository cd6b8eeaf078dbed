import { Logger, parseCronItems, run, runOnce, type TaskList } from "graphile-worker";
import type pg from "pg";
import type { Log } from "../log/log.server";

/** What a job does: gets the payload it was enqueued with, throws to be tried again. */
export type Job = (payload: Record<string, unknown>) => Promise<void>;

/** A job that the clock starts. `pattern` is a cron pattern in UTC. */
export type ScheduledJob = { name: string; pattern: string };

const asTasks = (jobs: Record<string, Job>): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) => job(payload as Record<string, unknown>),
    ]),
  );

/** The worker's own chatter is debug; its failures are errors. Payloads never reach the log. */
const quietLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ worker: true }, message.slice(0, 300));
    else if (level === "warning") log.warn({ worker: true }, message.slice(0, 300));
    else log.debug({ worker: true }, message.slice(0, 300));
  });

/**
 * Runs jobs until stopped.
 * @returns a function that lets running jobs finish and then stops
 */
export async function startWorker(options: {
  pool: pg.Pool;
  jobs: Record<string, Job>;
  schedule: ScheduledJob[];
  log: Log;
  concurrency?: number;
}): Promise<() => Promise<void>> {
  const runner = await run({
    pgPool: options.pool,
    taskList: asTasks(options.jobs),
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: quietLogger(options.log),
    parsedCronItems: parseCronItems(
      options.schedule.map(({ name, pattern }) => ({ task: name, match: pattern, identifier: name })),
    ),
  });
  runner.promise.catch((error) => options.log.error({ err: error }, "the worker stopped"));
  return async () => {
    await runner.stop().catch(() => undefined);
  };
}

/** Runs every job that is due and returns; jobs they enqueue are run too. For commands and tests. */
export async function runDueJobs(options: {
  pool: pg.Pool;
  jobs: Record<string, Job>;
  log: Log;
}): Promise<void> {
  await runOnce({
    pgPool: options.pool,
    taskList: asTasks(options.jobs),
    noHandleSignals: true,
    concurrency: 4,
    logger: quietLogger(options.log),
  });
}
