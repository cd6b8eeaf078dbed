import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, runOnce, type TaskList, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { oneLine } from "../errors/cause";
import type { Log } from "../log/log.server";
import { type LivingWorkers, watchWorkers } from "./living-workers.server";

/** What a job does: gets the payload it was enqueued with, throws to be tried again. */
export type Job = (payload: Record<string, unknown>) => Promise<void>;

/** A job that the clock starts. `pattern` is a cron pattern in UTC. */
export type ScheduledJob = { name: string; pattern: string };

const asTasks = (jobs: Record<string, Job>): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      async (payload: unknown) => {
        try {
          await job(payload as Record<string, unknown>);
        } catch (error) {
          // Its message lands in the log and in the jobs table: Drizzle's would carry the statement's parameters there.
          throw new Error(oneLine(error));
        }
      },
    ]),
  );

/** The worker's own chatter is debug; its failures are errors. Payloads never reach the log. */
const quietLogger = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ worker: true }, message.slice(0, 300));
    else if (level === "warning") log.warn({ worker: true }, message.slice(0, 300));
    else log.debug({ worker: true }, message.slice(0, 300));
  });

/** Tells of every worker that begins, and of its jobs. */
function telling(living: LivingWorkers): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => living.add(worker.workerId));
  events.on("job:start", ({ job }) => living.began(job.id));
  events.on("job:complete", ({ job }) => living.ended(job.id));
  return events;
}

/** How long after the runner gave up it is started again. */
const RESTART_AFTER_MS = 2_000;

/**
 * Runs jobs until stopped. Should the runner give up, as it may when the database goes away under a job, another takes
 * its place.
 * @returns a function that lets running jobs finish and then stops
 */
export async function startWorker(options: {
  pool: pg.Pool;
  jobs: Record<string, Job>;
  schedule: ScheduledJob[];
  log: Log;
  concurrency?: number;
}): Promise<() => Promise<void>> {
  const living = watchWorkers(options.pool, options.log);
  const start = () =>
    run({
      events: telling(living),
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
  let stopping = false;
  let runner = await start();
  void keepRunning();
  async function keepRunning(): Promise<void> {
    await runner.promise.catch((error) => options.log.error({ err: error }, "the job runner gave up"));
    while (!stopping) {
      await new Promise((resolve) => setTimeout(resolve, RESTART_AFTER_MS));
      if (stopping) return;
      try {
        runner = await start();
      } catch (error) {
        options.log.error({ err: error }, "the job runner did not start");
        continue;
      }
      if (stopping) return runner.stop().catch(() => undefined);
      return keepRunning();
    }
  }
  return async () => {
    stopping = true;
    await runner.stop().catch(() => undefined);
    await living.stop();
  };
}

/** Runs every job that is due and returns; jobs they enqueue are run too. For commands and tests. */
export async function runDueJobs(options: {
  pool: pg.Pool;
  jobs: Record<string, Job>;
  log: Log;
}): Promise<void> {
  const living = watchWorkers(options.pool, options.log);
  await runOnce({
    events: telling(living),
    pgPool: options.pool,
    taskList: asTasks(options.jobs),
    noHandleSignals: true,
    concurrency: 4,
    logger: quietLogger(options.log),
  }).finally(living.stop);
}
