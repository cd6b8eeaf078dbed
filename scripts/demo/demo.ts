import { eq } from "drizzle-orm";
import { addSchool, loadPlacesOfCountriesInUse } from "~/features/schools/index.server";
import type { Config } from "~/platform/config/config.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import { system } from "~/platform/services/actor";
import { createServices } from "~/platform/services/create-services.server";
import type { Services } from "~/platform/services/services.server";
import { jobs } from "~/wiring/jobs.server";
import { SYNONYMS_JOB } from "~/wiring/synonyms.server";
import { wired } from "~/wiring/wired.server";
import { keptMails, notifications, people, siteFacts } from "~db/schema";
import { networkContents } from "~db/seeds/demo/networks";
import { demoAccounts, demoPassword } from "~db/seeds/demo/people";
import { schoolContents } from "~db/seeds/demo/schools";
import { dice } from "./dice";
import { seedDisadvantage, seedLife } from "./life";
import { seedMembers, seedNetworks } from "./networks";
import { seedPacks } from "./packs";
import { seedPeople } from "./people";
import { seedProfiles } from "./profiles";

const FACT = "demo-world";

/**
 * Loads the demo world into an empty database through the operations people use. A load that was interrupted begins
 * anew: nothing else can have been written since.
 * @returns false when it is there already
 * @throws when somebody has an account here
 */
export async function seedDemo(services: Services): Promise<boolean> {
  const { db, pool, log } = services;
  const [before] = await db.select().from(siteFacts).where(eq(siteFacts.name, FACT));
  if (before?.value === "loaded") return false;
  if (before) await emptyEveryTable(services);
  else if ((await db.$count(people)) > 0) {
    throw new Error("people have accounts here: the demo world wants an empty database");
  }
  await db.insert(siteFacts).values({ name: FACT, value: "loading" });
  const throws = dice(2_026);
  await loadPlacesOfCountriesInUse(services, system, {
    countries: networkContents.map(({ country }) => country),
  });
  const residents = await seedPeople(services, throws, await seedSchools(services));
  await seedNetworks(services);
  await seedMembers(services, throws, residents);
  await seedDisadvantage(services);
  await seedLife(services, residents);
  await seedPacks(services);
  await seedProfiles(services, throws, residents);
  // The vocabulary came before any pack, so that no fact tells of it.
  await enqueue(db, SYNONYMS_JOB, {}, { key: SYNONYMS_JOB });
  await runDueJobs({ pool, jobs: jobs(services), log });
  // The letters of the past two years are read, and those that still wait go nowhere.
  await db.delete(keptMails);
  await db.update(notifications).set({ mailDueAt: null });
  await db.update(siteFacts).set({ value: "loaded" }).where(eq(siteFacts.name, FACT));
  return true;
}

async function emptyEveryTable({ pool }: Services) {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  await pool.query(`truncate ${rows.map(({ name }) => name).join(", ")}`);
}

async function seedSchools(services: Services): Promise<Map<string, string[]>> {
  const byNetwork = new Map<string, string[]>();
  for (const { network, latitude, longitude, ...school } of schoolContents) {
    const id = await addSchool(services, system, { ...school, position: { latitude, longitude } });
    byNetwork.set(network, [...(byNetwork.get(network) ?? []), id]);
  }
  return byNetwork;
}

/** Loads the demo world before the first start serves; later starts find it there. */
export async function seedDemoOnce(config: Config, databaseUrl: string): Promise<void> {
  const { services, close } = createServices(config, databaseUrl, wired);
  try {
    const began = Date.now();
    if (await seedDemo(services))
      console.log(`The demo world was loaded in ${Math.round((Date.now() - began) / 1_000)} s`);
  } finally {
    await close();
  }
}

export function sayWhoCanSignIn(): void {
  console.log(`\nWho can sign in, each with the password ${demoPassword}:`);
  for (const { login, does } of demoAccounts)
    console.log(`  ${`${login}@demo.staffroom.test`.padEnd(34)} ${does}`);
  console.log("\nCtrl-C stops it. Mails it would send: /dev/mail");
}
