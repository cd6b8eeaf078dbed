import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { locks } from "../locks";
import { databaseOwner, findBinaries, runBinary } from "./binaries.server";

/** Somebody else already serves from this folder. */
export class DataFolderInUse extends Error {}

export type EmbeddedDatabase = {
  url: string;
  /** Whether another living process serves from it. */
  shared: boolean;
  /** Stops the database after its open transactions were ended. */
  stop: () => Promise<void>;
};

const DATABASE = "staffroom";

/**
 * Starts the PostgreSQL that comes with the project, or takes over the one that a killed process left
 * running, and starts it again should it die.
 * @param dataFolder DATA_DIR; the cluster lies in `database` below it
 * @param log told what happened, a line each
 * @param options.share join a living process that serves from this folder instead of refusing; its database is then
 *   left running. For commands.
 * @throws DataFolderInUse when another living process serves from this folder
 */
export async function startEmbeddedDatabase(
  dataFolder: string,
  log: (line: string) => void,
  options: { share?: boolean } = {},
): Promise<EmbeddedDatabase> {
  const root = path.resolve(dataFolder);
  const cluster = path.join(root, "database");
  await mkdir(root, { recursive: true });
  const password = await readOrMakePassword(root);
  await createCluster(cluster, password);
  let port = await ensureRunning(cluster);
  const url = () => `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`;
  await createDatabase(url());

  let stopping = false;
  let lock: pg.Client;
  try {
    lock = await takeLock(url(), root);
  } catch (error) {
    if (options.share && error instanceof DataFolderInUse)
      return { url: url(), shared: true, stop: async () => undefined };
    throw error;
  }
  const watch = (client: pg.Client) =>
    client.once("end", async () => {
      if (stopping) return;
      log("the embedded database went away; starting it again");
      for (let wait = 250; !stopping; wait = Math.min(wait * 2, 5_000)) {
        try {
          port = await ensureRunning(cluster, port);
          lock = await takeLock(url(), root);
          watch(lock);
          log("the embedded database is back");
          return;
        } catch (error) {
          log(`the embedded database did not start: ${(error as Error).message}`);
          await new Promise((resolve) => setTimeout(resolve, wait));
        }
      }
    });
  watch(lock);

  return {
    url: url(),
    shared: false,
    async stop() {
      stopping = true;
      await lock.end().catch(() => undefined);
      const { pg_ctl } = await findBinaries();
      await runBinary(pg_ctl, ["stop", "-D", cluster, "-m", "fast", "-w", "-t", "30"], cluster);
    },
  };
}

async function readOrMakePassword(root: string): Promise<string> {
  const file = path.join(root, "database-password");
  try {
    // "wx" fails when the file is there, so that of two first starts one wins.
    await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(file, "utf8")).trim();
}

async function createCluster(cluster: string, password: string) {
  if (await exists(path.join(cluster, "PG_VERSION"))) return;
  const { initdb } = await findBinaries();
  // Made beside and renamed when whole: a start that was interrupted leaves nothing half made.
  const draft = `${cluster}.${process.pid}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  const owner = databaseOwner();
  if (owner !== null) {
    await chown(draft, owner, owner);
    await chown(passwordFile, owner, owner);
  }
  try {
    const { status, output } = await runBinary(
      initdb,
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      draft,
    );
    if (status !== 0) throw new Error(`initdb failed: ${lastLine(output)}`);
    await rename(draft, cluster).catch(async (error) => {
      if (!(await exists(path.join(cluster, "PG_VERSION")))) throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** @returns the port the database answers on */
async function ensureRunning(cluster: string, wishedPort?: number): Promise<number> {
  const { pg_ctl } = await findBinaries();
  const running = await runBinary(pg_ctl, ["status", "-D", cluster], cluster);
  if (running.status !== 0) {
    const port = wishedPort ?? (await freePort());
    const settings = {
      port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      max_connections: 100,
      shared_buffers: "128MB",
      // Half a second of a dead server must not cost an answered write.
      synchronous_commit: "on",
      jit: "off",
      // Planned as on a solid-state disk, which is what a database lies on today.
      random_page_cost: 1.1,
    };
    const options = Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value === "" ? "''" : value}`)
      .join(" ");
    const log = path.join(cluster, "server.log");
    const { status, output } = await runBinary(
      pg_ctl,
      ["start", "-D", cluster, "-l", log, "-w", "-t", "60", "-o", options],
      cluster,
    );
    // A second process may have started it between our two questions; then its port counts.
    if (status !== 0 && (await runBinary(pg_ctl, ["status", "-D", cluster], cluster)).status !== 0) {
      const reason = await readFile(log, "utf8").catch(() => output);
      throw new Error(`the embedded database did not start: ${lastLine(reason)}`);
    }
  }
  return await readPort(cluster);
}

async function readPort(cluster: string): Promise<number> {
  const port = Number((await readFile(path.join(cluster, "postmaster.pid"), "utf8")).split("\n")[3]);
  if (!Number.isInteger(port) || port <= 0) throw new Error("the embedded database is not ready yet");
  return port;
}

async function createDatabase(url: string) {
  const admin = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, "/postgres") });
  await admin.connect();
  try {
    await admin.query(`create database ${DATABASE}`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await admin.end();
  }
}

async function takeLock(url: string, root: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "staffroom house",
    keepAlive: true,
  });
  client.on("error", () => undefined);
  await client.connect();
  const taken = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    locks.house,
  ]);
  if (taken.rows[0]?.taken) return client;
  await client.end();
  throw new DataFolderInUse(
    `Staffroom is already running on ${root}: stop it first, or set DATA_DIR to another folder`,
  );
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
