import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { migrate } from "~db/migrate.server";

let made = 0;

/**
 * A migrated database of its own: on the server of TEST_DATABASE_URL, or an embedded one in a temporary folder.
 * @returns its address and a function that takes it away
 */
export async function benchDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL || null;
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-bench-"));
  const embedded = server ? null : await startEmbeddedDatabase(folder, () => undefined);
  const name = `staffroom_bench_${process.pid}_${made++}`;
  const url = server ? server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) : embedded!.url;
  if (server) await run(server, `create database ${name} template template0 encoding 'UTF8'`);
  await migrate(url);
  return {
    url,
    async remove() {
      if (server) await run(server, `drop database ${name} with (force)`);
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
