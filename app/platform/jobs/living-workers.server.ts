import type pg from "pg";
import type { Log } from "../log/log.server";

/** Any constant number will do: first half of the locks that say which workers live. */
const LIFE_LOCK = 7_226_104;

/** A job held for less is left alone: its worker may just be saying that it lives. */
const YOUNG = "20 seconds";

/** How often jobs of the dead are looked for, in milliseconds. */
const LOOK_EVERY_MS = 20_000;

export type LivingWorkers = {
  /** Says that a worker lives, as long as this process is connected to the database. */
  add(workerId: string): void;
  stop(): Promise<void>;
};

/**
 * Frees the jobs of killed workers, so that others do them within a minute; by itself graphile-worker waits four hours.
 * Every worker holds an advisory lock on a connection of its process, which PostgreSQL lets go when the process dies.
 */
export function watchWorkers(pool: pg.Pool, log: Log): LivingWorkers {
  const ids = new Set<string>();
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
    client.query("select pg_advisory_lock($1, hashtext($2))", [LIFE_LOCK, id]);

  const look = () =>
    inTurn(async () => {
      if (stopped) return;
      await freeJobsOfTheDead(await connected());
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
    [LIFE_LOCK, YOUNG],
  );
}
