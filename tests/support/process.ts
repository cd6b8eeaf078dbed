import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll } from "vitest";

export type RunningProcess = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

const children = new Set<ChildProcess>();
const folders: string[] = [];

/** A folder of its own for a process, removed after the test file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-process-"));
  folders.push(folder);
  return folder;
}

/** Runs one of the bundled scripts as a process of its own. */
export function runScript(
  name: "start" | "worker" | "cli",
  args: string[],
  env: Record<string, string>,
): RunningProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(DATABASE_URL|VITEST|NODE_ENV|APP_URL)/.test(key)),
  );
  const child = spawn(process.execPath, [`build/scripts/${name}.js`, ...args], {
    env: { ...clean, NODE_ENV: "production", LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve)).finally(() =>
    children.delete(child),
  );
  return { child, output: () => output, ended };
}

/** Waits until the process has printed `text`; fails when it ends before. */
export async function printed({ child, output, ended }: RunningProcess, text: string): Promise<void> {
  if (output().includes(text)) return;
  await new Promise<void>((resolve, reject) => {
    const look = () => output().includes(text) && resolve();
    child.stdout!.on("data", look);
    child.stderr!.on("data", look);
    ended.then((status) => reject(new Error(`ended with ${status} before it said "${text}": ${output()}`)));
  });
}

afterAll(async () => {
  for (const child of children) child.kill("SIGTERM");
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});
