import { describe, expect, it } from "vitest";
import { addSchool } from "~/features/schools/index.server";
import { announce } from "~/platform/events/announce.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import { system } from "~/platform/services/actor";
import { jobs } from "~/wiring/jobs.server";
import { transaction } from "~db/transaction.server";
import { makePack } from "../../factories/packs";
import { makePerson } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { house } from "../../support/house";

const { services, runJobs } = await house();

type Waiting = { key: string | null; payload: { type: string; ids: string[] }; locked: boolean };

/** Index jobs that wait or run. */
async function indexJobs(): Promise<Waiting[]> {
  const { rows } = await services.pool.query<Waiting>(
    `select j.key, j.payload, j.locked_at is not null as locked from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'index' order by j.id`,
  );
  return rows;
}

/** Hands facts out without running the jobs they make. */
const handOut = () =>
  runDueJobs({ pool: services.pool, log: services.log, jobs: { fact: jobs(services).fact! } });

const changed = (packId: string) =>
  transaction(services.db, (tx) => announce(tx, { kind: "packs.changed", packId }));

describe("index jobs", () => {
  it("are one for many changes of a record", async () => {
    const { id } = await makePack(services);
    await runJobs();
    for (let n = 0; n < 10; n++) await changed(id);
    await handOut();
    expect((await indexJobs()).map(({ key }) => key)).toEqual([
      `index:pack:${id}`,
      `index:activities-of:${id}:0`,
    ]);
    await runJobs();
    expect(await indexJobs()).toEqual([]);
  });

  it("leave one that runs alone, and wait behind it", async () => {
    const { id } = await makePack(services);
    await runJobs();
    await changed(id);
    await handOut();
    const lock =
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody' where key = $1";
    await services.pool.query(lock, [`index:pack:${id}`]);
    await changed(id);
    await handOut();
    const ofPack = (await indexJobs()).filter(({ payload }) => payload.type === "pack");
    expect(ofPack.map(({ key, locked }) => ({ key, locked }))).toEqual([
      { key: null, locked: true },
      { key: `index:pack:${id}`, locked: false },
    ]);
    await services.pool.query("delete from graphile_worker._private_jobs where locked_by = 'somebody'");
    await runJobs();
  });

  it("take at most 500 records, and the same fact makes them once", async () => {
    const schoolId = await makeSchool(services);
    await runJobs();
    const ids = Array.from({ length: 1_201 }, (_, n) => schoolId.slice(0, -4) + String(n).padStart(4, "0"));
    const fact = { kind: "schools.changed", country: "GB", schoolIds: ids.join(",") };
    const { fact: work } = jobs(services);
    for (let times = 0; times < 2; times++) await work!({ id: "occasion", fact });
    expect((await indexJobs()).map(({ payload }) => payload.ids.length)).toEqual([500, 500, 201]);
    await runJobs();
  });

  it("index the people of a school with it", async () => {
    const schoolId = await addSchool(services, system, {
      ...{ name: "Quokkafield School", town: "Derby", postcode: "", country: "GB" },
      position: { latitude: 52.9, longitude: -1.4 },
    });
    const person = await makePerson(services, { schoolId });
    await runJobs();
    await transaction(services.db, (tx) =>
      announce(tx, { kind: "schools.changed", country: "GB", schoolIds: schoolId }),
    );
    await handOut();
    expect((await indexJobs()).map(({ key }) => key)).toEqual([
      `index:school:${schoolId}`,
      `index:person:${person.id}`,
    ]);
  });
});
