import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { runMigrations as migrateJobs } from "graphile-worker";
import pg from "pg";
import { locks } from "./locks";

const migrationsFolder = "db/migrations";

/**
 * Brings the database to the newest schema. Safe when several processes start together: the first
 * takes an advisory lock, the others wait and then find nothing to do.
 * @param url PostgreSQL connection string, of a role that may create extensions
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "staffroom migrations" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [locks.migration]);
    await client.query("set client_min_messages = warning");
    await applyMigrations(drizzle(client), { migrationsFolder });
    await migrateJobs({ connectionString: url, logger: undefined });
  } finally {
    await client.end();
  }
}

let known: ReturnType<typeof readMigrationFiles> | null = null;

/** How many migrations this code knows and the database lacks. */
export async function pendingMigrations(pool: pg.Pool): Promise<number> {
  known ??= readMigrationFiles({ migrationsFolder });
  const newest = await pool
    .query<{ created_at: number | null }>(
      "select max(created_at) as created_at from drizzle.__drizzle_migrations",
    )
    .then((result) => Number(result.rows[0]?.created_at ?? 0));
  return known.filter((migration) => migration.folderMillis > newest).length;
}

/**
 * Sets jobs free that a killed process held, which would otherwise wait four hours. Only for who knows that no worker
 * is running on this database.
 */
export async function freeJobsOfKilledWorkers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
      from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`);
  } finally {
    await client.end();
  }
}
