import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { examine, wrong } from "~/features/search/index.server";
import { readConfig } from "~/platform/config/config.server";
import { createServices } from "~/platform/services/create-services.server";
import { searchables } from "~/wiring/searchables.server";
import { wired } from "~/wiring/wired.server";
import { startEmbeddedDatabase } from "~db/embedded/embedded.server";
import { migrate } from "~db/migrate.server";
import { makePack } from "../../factories/packs";
import { printed, runScript, temporaryFolder } from "../../support/process";

// The database that comes with the project: one of its own, for killing it takes everything else on it along.
it("ends in a correct index without a hand touching it, however often the database is killed", {
  timeout: 240_000,
}, async () => {
  const folder = await temporaryFolder();
  const database = await startEmbeddedDatabase(folder, () => undefined);
  await migrate(database.url);
  const { services, close } = createServices(
    readConfig({ LOG_LEVEL: "silent", NODE_ENV: "test", APP_URL: "http://localhost:3000" }),
    database.url,
    wired,
  );
  const worker = runScript("worker", [], { DATABASE_URL: database.url });
  await printed(worker, "The worker is ready");

  const answers = () =>
    services.pool.query("select").then(
      () => true,
      () => false,
    );
  const saved: string[] = [];
  let lost = 0;
  for (let round = 0; round < 3; round++) {
    const pid = Number(
      (await readFile(path.join(folder, "database", "postmaster.pid"), "utf8")).split("\n")[0],
    );
    for (let n = 0; n < 12; n++) {
      // In the middle of the work: of the worker, which has some left, and of the next change.
      if (n === 8) process.kill(pid, "SIGKILL");
      await makePack(services, { title: `Quokka bridges ${round}.${n}` }).then(
        ({ id }) => saved.push(id),
        () => lost++,
      );
    }
    await expect.poll(answers, { timeout: 60_000, interval: 250 }).toBe(true);
  }
  // Without these, this test would say nothing of a killed database.
  expect(saved.length).toBeGreaterThan(20);
  expect(lost).toBeGreaterThan(0);

  const waiting = async () => {
    const { rows } = await services.pool.query<{ jobs: number }>(
      `select count(*)::int as jobs from graphile_worker._private_jobs where task_id in (
        select id from graphile_worker._private_tasks where identifier in ('fact', 'reaction', 'index'))`,
    );
    return rows[0]!.jobs;
  };
  await expect.poll(waiting, { timeout: 120_000, interval: 500 }).toBe(0);
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);

  const findings = await examine(services, searchables);
  expect(findings.find(({ type }) => type === "pack")?.records).toBeGreaterThanOrEqual(saved.length);
  expect(findings.filter((finding) => wrong(finding).length > 0)).toEqual([]);
  await close();
  await database.stop();
});
