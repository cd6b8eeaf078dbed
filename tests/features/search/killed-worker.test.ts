import { expect, it } from "vitest";
import { examine, wrong } from "~/features/search/index.server";
import { searchables } from "~/wiring/searchables.server";
import { makePack } from "../../factories/packs";
import { house } from "../../support/house";
import { printed, runScript } from "../../support/process";

// Jobs of the dead are freed after twenty seconds at the earliest, and looked for every twenty.
it("ends in a correct index without a hand touching it, however often the worker is killed", {
  timeout: 180_000,
}, async () => {
  const { services, databaseUrl } = await house();
  const startWorker = async () => {
    const worker = runScript("worker", [], { DATABASE_URL: databaseUrl });
    await printed(worker, "The worker is ready");
    return worker;
  };
  const jobs = async () => {
    const { rows } = await services.pool.query<{ jobs: number; held: number }>(
      `select count(*)::int as jobs, count(locked_by)::int as held from graphile_worker._private_jobs
        where task_id in (select id from graphile_worker._private_tasks where identifier in ('fact', 'reaction', 'index'))`,
    );
    return rows[0]!;
  };

  let heldByTheDead = 0;
  for (let round = 0; round < 4; round++) {
    const worker = await startWorker();
    for (let n = 0; n < 12; n++) await makePack(services, { title: `Quokka bridges ${round}.${n}` });
    worker.child.kill("SIGKILL");
    await worker.ended;
    heldByTheDead += (await jobs()).held;
  }
  // Without one, this test would say nothing of the dead.
  expect(heldByTheDead).toBeGreaterThan(0);
  const last = await startWorker();
  await expect.poll(async () => (await jobs()).jobs, { timeout: 120_000, interval: 500 }).toBe(0);
  last.child.kill("SIGTERM");
  expect(await last.ended).toBe(0);

  const findings = await examine(services, searchables);
  expect(findings.find(({ type }) => type === "pack")?.records).toBe(48);
  expect(findings.filter((finding) => wrong(finding).length > 0)).toEqual([]);
});
