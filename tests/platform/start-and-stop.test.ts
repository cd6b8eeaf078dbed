import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { printed, runScript, temporaryFolder } from "../support/process";

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function startOn(folder: string, env: Record<string, string> = {}) {
  const port = await freePort();
  const running = runScript("start", [], { DATA_DIR: folder, PORT: String(port), ...env });
  await printed(running, "is ready");
  return { ...running, url: `http://localhost:${port}` };
}

const form = (fields: Record<string, string>) => ({
  method: "POST",
  body: new URLSearchParams(fields),
  redirect: "manual" as const,
});

describe("the server process", () => {
  it("refuses a second start on the same folder in one line, and loses nothing when it is killed", async () => {
    const folder = await temporaryFolder();
    const first = await startOn(folder);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

    const second = runScript("start", [], { DATA_DIR: folder, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output().trim().split("\n")).toHaveLength(1);
    expect(second.output()).toContain("already running");

    const answer = await fetch(
      `${first.url}/sign-up`,
      form({ name: "Ada Fernworthy", email: "ada@example.test", password: "a long enough phrase" }),
    );
    expect(answer.status).toBeLessThan(400);
    first.child.kill("SIGKILL");
    await first.ended;

    const cli = runScript(
      "cli",
      ["admin", "create", "--name", "Ada Fernworthy", "--email", "ada@example.test"],
      {
        DATA_DIR: folder,
        STAFFROOM_ADMIN_PASSWORD: "another long phrase",
      },
    );
    await cli.ended;
    expect(cli.output(), "the account was kept, so the address is taken").toMatch(/already|exists|taken/i);

    const third = await startOn(folder);
    expect((await fetch(`${third.url}/readyz`)).status).toBe(200);
    third.child.kill("SIGTERM");
    expect(await third.ended).toBe(0);
  });

  it("refuses wrong configuration in one line that names the variable, never a secret", async () => {
    for (const [env, expected, hidden] of [
      [{ PORT: "eighty" }, /^PORT is "eighty": expected a port number/, ""],
      [{ JOBS: "maybe" }, /^JOBS is "maybe": expected inline or off/, ""],
      [{ DATABASE_URL: "mysql://root:secret@host/db" }, /^DATABASE_URL is not usable: expected/, "secret"],
      [{ SMTP_URL: "http://user:secret@host" }, /^SMTP_URL is not usable: expected/, "secret"],
    ] as const) {
      const started = runScript("start", [], { DATA_DIR: await temporaryFolder(), ...env });
      expect(await started.ended).toBe(1);
      const said = started.output().trim();
      expect(said).toMatch(expected);
      expect(said.split("\n")).toHaveLength(1);
      if (hidden) expect(said).not.toContain(hidden);
    }
  });

  it("migrates once when two processes start together on one database", async () => {
    const { cloneTemplate } = await import("../support/house");
    const { default: pg } = await import("pg");
    const url = await cloneTemplate();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      "drop schema public cascade; drop schema drizzle cascade; drop schema graphile_worker cascade; create schema public",
    );
    await client.end();
    const both = await Promise.all(
      [1, 2].map(async () => startOn(await temporaryFolder(), { DATABASE_URL: url })),
    );
    for (const { url: address } of both) expect((await fetch(`${address}/readyz`)).status).toBe(200);
    for (const { child, ended } of both) {
      child.kill("SIGTERM");
      expect(await ended).toBe(0);
    }
  });
});
