import type pg from "pg";
import { locks } from "~db/locks";
import type { Log } from "../log/log.server";

/** A job held for less is left alone: its worker may just be saying that it lives, or that the job is done. */
const YOUNG = "20 seconds";

/** How often jobs of the dead are looked for, in milliseconds. */
const LOOK_EVERY_MS = 20_000;

export type LivingWorkers = {
  /** Says that a worker lives, as long as this process is connected to the database. */
  add(workerId: string): void;
  /** Told when a worker of this process begins a job and when it is through with it. */
  began(jobId: string): void;
  ended(jobId: string): void;
  stop(): Promise<void>;
};

/**
 * Frees jobs that nobody works on, so that others do them within a minute; by itself graphile-worker waits four hours.
 * Those of killed workers: every worker holds an advisory lock on a connection of its process, which PostgreSQL lets go
 * when the process dies. And those of its own workers that are through with them, or never heard that they had got
 * them: the word was lost when the database was killed.
 */
export function watchWorkers(pool: pg.Pool, log: Log): LivingWorkers {
  const ids = new Set<string>();
  const underWay = new Set<string>();
  /** Held by workers of this process that did not work on them when they were last looked for. */
  let idle: string[] = [];
  let connection: pg.PoolClient | null = null;
  let stopped = false;
  // One after the other on the one connection.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch((error) => {
      if (stopped) return;
      log.warn({ err: error }, "saying that the job workers live failed; it is said again");
      drop();
    });
    return last;
  };

  function drop() {
    connection?.release(true);
    connection = null;
  }

  async function connected(): Promise<pg.PoolClient> {
    if (connection) return connection;
    const fresh = await pool.connect();
    fresh.on("error", drop);
    connection = fresh;
    for (const id of ids) await lock(fresh, id);
    return fresh;
  }

  const lock = (client: pg.PoolClient, id: string) =>
    client.query("select pg_advisory_lock($1, hashtext($2))", [locks.workerLife, id]);

  const look = () =>
    inTurn(async () => {
      if (stopped) return;
      const client = await connected();
      await freeJobsOfTheDead(client);
      const held = await heldTooLong(client, [...ids]);
      const notUnderWay = held.filter((id) => !underWay.has(id));
      await freeJobs(
        client,
        notUnderWay.filter((id) => idle.includes(id)),
      );
      idle = notUnderWay;
    });

  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  void look();
  return {
    add(id) {
      ids.add(id);
      void inTurn(async () => {
        if (!stopped) await lock(await connected(), id);
      });
    },
    began: (jobId) => void underWay.add(jobId),
    ended: (jobId) => void underWay.delete(jobId),
    async stop() {
      stopped = true;
      clearInterval(timer);
      await last;
      drop();
    },
  };
}

/** Sets jobs free that are held by workers that no longer live. */
async function freeJobsOfTheDead(client: pg.PoolClient): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from (
      select locked_by from graphile_worker._private_jobs where locked_at < now() - $2::interval
      union select locked_by from graphile_worker._private_job_queues where locked_at < now() - $2::interval
    ) as held
    where locked_by is not null and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $1::int::oid
        and l.objid = hashtext(locked_by)::oid and l.database = (select oid from pg_database where datname = current_database()))
    having count(*) > 0`,
    [locks.workerLife, YOUNG],
  );
}

/** @returns ids of jobs that these workers have held for longer than it takes to say that they are done */
async function heldTooLong(client: pg.PoolClient, workerIds: string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id::text from graphile_worker._private_jobs
      where locked_by = any($1) and locked_at < now() - $2::interval`,
    [workerIds, YOUNG],
  );
  return rows.map(({ id }) => id);
}

async function freeJobs(client: pg.PoolClient, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    "update graphile_worker._private_jobs set locked_at = null, locked_by = null where id = any($1::bigint[])",
    [ids],
  );
}
