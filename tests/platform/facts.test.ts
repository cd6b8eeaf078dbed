import { afterEach, describe, expect, it } from "vitest";
import { announce } from "~/platform/events/announce.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import { jobs } from "~/wiring/jobs.server";
import { reactions } from "~/wiring/reactions.server";
import { freeJobsOfKilledWorkers } from "~db/migrate.server";
import { transaction } from "~db/transaction.server";
import { house } from "../support/house";

const kind = "tests.something-happened";

afterEach(() => {
  delete reactions[kind];
});

describe("a fact", () => {
  it("exists exactly when its transaction does", async () => {
    const { services, runJobs } = await house();
    const seen: string[] = [];
    reactions[kind] = { remember: async (_services, fact) => void seen.push(fact.id) };

    await transaction(services.db, (tx) => announce(tx, { kind, id: "kept" }));
    await transaction(services.db, async (tx) => {
      await announce(tx, { kind, id: "rolled back" });
      throw new Error("changed my mind");
    }).catch(() => undefined);
    await runJobs();

    expect(seen).toEqual(["kept"]);
  });

  it("reaches each reaction once although another one fails", async () => {
    const { services, runJobs } = await house();
    const seen: string[] = [];
    let tries = 0;
    reactions[kind] = {
      steady: async (_services, fact) => void seen.push(`steady ${fact.id}`),
      shaky: async (_services, fact) => {
        tries += 1;
        if (tries === 1) throw new Error("not yet");
        seen.push(`shaky ${fact.id}`);
      },
    };

    await transaction(services.db, (tx) => announce(tx, { kind, id: "1" }));
    await runJobs();
    expect(seen).toEqual(["steady 1"]);

    await services.pool.query("update graphile_worker._private_jobs set run_at = now()");
    await runJobs();
    expect(seen).toEqual(["steady 1", "shaky 1"]);
  });
});

describe("a job", () => {
  it("with a key replaces the one that waits", async () => {
    const { services } = await house();
    const ran: unknown[] = [];
    for (const value of [1, 2, 3])
      await enqueue(services.db, "tests-count", { value }, { key: "tests-count" });
    await runDueJobs({
      pool: services.pool,
      log: services.log,
      jobs: { ...jobs(services), "tests-count": async ({ value }) => void ran.push(value) },
    });
    expect(ran).toEqual([3]);
  });
});

describe("a job whose worker was killed", () => {
  it("is free again once the house knows that no worker runs", async () => {
    const { services, databaseUrl } = await house();
    await enqueue(services.db, "tests-killed", {});
    await services.pool.query(
      "update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = 'tests-killed')",
    );
    const ran: string[] = [];
    const run = () =>
      runDueJobs({
        pool: services.pool,
        log: services.log,
        jobs: { ...jobs(services), "tests-killed": async () => void ran.push("ran") },
      });
    await run();
    expect(ran).toEqual([]);
    await freeJobsOfKilledWorkers(databaseUrl);
    await run();
    expect(ran).toEqual(["ran"]);
  });
});
