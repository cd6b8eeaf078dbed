import { type ChildProcess, spawn } from "node:child_process";

let server: ChildProcess | null = null;

/**
 * Starts the built site as a process of its own.
 * @param args such as "--demo"
 * @returns milliseconds until its first page
 */
export async function startSite(environment: NodeJS.ProcessEnv, args: string[] = []): Promise<number> {
  const began = performance.now();
  server = spawn(process.execPath, ["build/scripts/start.js", ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    server!.stdout!.on("data", (chunk) => String(chunk).includes("is ready") && resolve());
    server!.once("exit", (status) => reject(new Error(`the server ended with status ${status}`)));
  });
  await fetch(`http://localhost:${environment.PORT}/`).then((response) => response.text());
  return Math.round(performance.now() - began);
}

export async function stopSite(): Promise<void> {
  const child = server;
  server = null;
  if (!child || child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}
