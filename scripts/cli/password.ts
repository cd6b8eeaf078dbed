import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/** The password from the terminal, not shown; in a pipe the first line; or STAFFROOM_ADMIN_PASSWORD. */
export async function askPassword(): Promise<string> {
  if (process.env.STAFFROOM_ADMIN_PASSWORD) return process.env.STAFFROOM_ADMIN_PASSWORD;
  const terminal = Boolean(process.stdin.isTTY);
  if (terminal) process.stderr.write("Password (at least 10 characters): ");
  // readline echoes what is typed to its output: give it one that keeps silent.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  const password = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
  });
  lines.close();
  if (terminal) process.stderr.write("\n");
  return password;
}
