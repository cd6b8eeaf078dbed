import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema";

// Counts come back as bigint text; none of ours passes 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Database = NodePgDatabase<typeof schema> & { $client: pg.Pool };

/** A database or the transaction one stands in: what a query needs. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "execute" | "query" | "$count">;

export type DatabaseConnection = { db: Database; pool: pg.Pool; close: () => Promise<void> };

/**
 * Opens a pool of connections.
 * @param url PostgreSQL connection string
 * @param options.max most connections held at once
 * @param options.onError told when an idle connection breaks, which must not end the process
 */
export function connect(
  url: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): DatabaseConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
    // A page never waits longer than this for one statement; long work sets its own limit.
    statement_timeout: 15_000,
    // Compiling a statement pays off after seconds of running; ours take milliseconds and would wait for it.
    options: "-c jit=off",
    application_name: "staffroom",
  });
  const onError = (error: Error) => options.onError?.(error);
  pool.on("error", onError);
  // A connection that breaks while it is lent out tells nobody else.
  pool.on("connect", (client) => client.on("error", onError));
  const db = drizzle(pool, { schema, casing: "snake_case" });
  return { db, pool, close: () => pool.end() };
}
