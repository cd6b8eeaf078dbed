import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { migrate } from "~db/migrate.server";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL to clone `templateDatabase` on. */
    serverUrl: string;
    templateDatabase: string;
  }
}

const withDatabase = (url: string, name: string) => url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);

/** A real PostgreSQL (TEST_DATABASE_URL, or the embedded one) with a migrated template that each test file clones. */
export default async function setup(project: TestProject) {
  let embedded: EmbeddedDatabase | null = null;
  let folder: string | null = null;
  let serverUrl = process.env.TEST_DATABASE_URL ?? "";
  if (!serverUrl) {
    folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-test-"));
    embedded = await startEmbeddedDatabase(folder, () => undefined);
    serverUrl = embedded.url;
  }
  const templateDatabase = `staffroom_template_${process.pid}`;
  await query(serverUrl, `create database ${templateDatabase} template template0 encoding 'UTF8'`);
  await migrate(withDatabase(serverUrl, templateDatabase));
  project.provide("serverUrl", serverUrl);
  project.provide("templateDatabase", templateDatabase);

  return async () => {
    const clones = await query<{ datname: string }>(
      serverUrl,
      `select datname from pg_database where datname like 'staffroom_test_${process.pid}_%'`,
    );
    for (const { datname } of clones)
      await query(serverUrl, `drop database if exists ${datname} with (force)`);
    await query(serverUrl, `drop database if exists ${templateDatabase} with (force)`);
    await embedded?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
