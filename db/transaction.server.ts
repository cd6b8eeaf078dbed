import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { Database } from "./client.server";
import * as schema from "./schema";

/** An open transaction. Writing functions ask for this type, so that nothing is written outside one. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

const retriable = new Set(["40001", "40P01"]);

/**
 * Runs `work` in one transaction: all of it happens or none. A deadlock or serialisation failure is
 * tried again up to three times, so `work` must not act outside the database.
 * @throws whatever `work` throws, after rolling back
 */
export async function transaction<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db.$client, work);
    } catch (error) {
      if (attempt >= 3 || !retriable.has(databaseErrorCode(error) ?? "")) throw error;
    }
  }
}

// Made once a connection: that takes longer than a small transaction.
const databases = new WeakMap<pg.PoolClient, Omit<Database, "$client">>();

/** Drizzle would never give the connection back where the database went away before the transaction began. */
async function once<Result>(pool: pg.Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    const database = databases.get(client) ?? drizzle(client, { schema, casing: "snake_case" });
    databases.set(client, database);
    return await database.transaction(work);
  } finally {
    client.release();
  }
}

/** SQLSTATE of a failed statement, or undefined when the error is not the database's. */
export function databaseErrorCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause as unknown) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** Whether the error is a broken unique constraint. */
export const isUniqueViolation = (error: unknown) => databaseErrorCode(error) === "23505";
