import { sql } from "drizzle-orm";
import { hashPassword, registerVerifiedPerson } from "~/features/accounts/index.server";
import { appointCoordinator, createNetwork, joinNetwork } from "~/features/networks/index.server";
import { readConfig } from "~/platform/config/config.server";
import { type Person, system } from "~/platform/services/actor";
import { createServices } from "~/platform/services/create-services.server";
import { wired } from "~/wiring/wired.server";
import type { Database } from "~db/client.server";
import { ageBands } from "~db/vocabulary/ages";
import { subjects } from "~db/vocabulary/subjects";
import { benchDatabase } from "./database";
import { loadRequests, percentiles, print } from "./requests";
import { startSite, stopSite } from "./site-process";

const PORT = 4_703;
const SITE = `http://localhost:${PORT}`;

const MEMBERS = 10_000;
const SCHOOLS = 2_000;
const POSTS = 10;

const lead = { email: "lead@bench.example", password: "correct horse battery" };

/**
 * One network with 10,000 members at 2,000 schools, a third of them silent: what its pages take at one connection, and
 * how long it takes to tell all of them of an announcement.
 * @param seconds how long each page is asked for
 */
export async function benchNetworks(seconds: number): Promise<Record<string, unknown>> {
  const { url, remove } = await benchDatabase();
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ PORT: String(PORT), DATABASE_URL: url, LOG_LEVEL: "warn", APP_URL: "", NODE_ENV: "production" },
  };
  const { services, close } = createServices(readConfig({ ...environment, APP_URL: SITE }), url, wired);
  try {
    const slug = await makeNetwork(services);
    await startSite(environment);
    const cookie = await signIn();
    const pages: Record<string, unknown> = {};
    for (const page of [
      ...["members", "members?page=150", "members?subject=physics", "members?q=tunnel", "members?near=NG7"],
      ...["coordinate", "coordinate/needs/silent-members?page=20"],
      ...["coordinate/health", "announcements", "coordinate/announce"],
    ]) {
      const asked = [{ method: "GET" as const, path: `/networks/${slug}/${page}`, headers: { cookie } }];
      await loadRequests(SITE, asked, 1, 1);
      pages[page] = await loadRequests(SITE, asked, 1, seconds);
      print(`/networks/…/${page}, 1 connection`, pages[page] as object);
    }
    const announcing = await announce(services.db, slug, cookie);
    for (const [what, row] of Object.entries(announcing)) print(`announcement: ${what}, ms`, row);
    return { networks: { members: MEMBERS, pages, announcing } };
  } finally {
    await stopSite();
    await close();
    await remove();
  }
}

async function makeNetwork(services: Parameters<typeof createNetwork>[0]): Promise<string> {
  const { slug, id } = await createNetwork(services, system, {
    ...{
      name: "Quokkafield",
      slug: "",
      country: "GB",
      summary: "Teachers along the river.",
      description: "",
    },
    ...{ joinPolicy: "open", leadEmail: "" },
    at: { latitude: 52.9536, longitude: -1.1505, region: "Nottinghamshire" },
  });
  const name = "Ada Ostrich";
  const passwordHash = await hashPassword(lead.password);
  const personId = await registerVerifiedPerson(services, system, { name, email: lead.email, passwordHash });
  const person: Person = {
    ...{ kind: "person", id: personId, name, email: lead.email, emailVerified: true, siteRoles: [] },
    ...{ rolesWait: false, schoolId: null, locale: null },
  };
  await joinNetwork(services, person, { slug });
  const endsOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await appointCoordinator(services, system, { slug, personId, duty: "lead", endsOn, formerLead: "member" });
  // Made, not invited: what is measured is reading and telling.
  await services.db.execute(sql`
    insert into schools (id, country, name, town, postcode, latitude, longitude, disadvantage_decile)
    select gen_random_uuid(), 'GB', 'School ' || n, 'Town ' || n % 90, 'NG' || n % 20 || ' 1AA',
      52.8 + (n % 100) * 0.003, -1.3 + (n / 100) * 0.015, case when n % 11 > 0 then n % 10 + 1 end
    from generate_series(1, ${SCHOOLS}) as n`);
  await services.db.execute(sql`
    with numbered as (select id, row_number() over () as number from schools)
    insert into people (id, name, email, password_hash, email_verified_at, school_id, created_at, seen_on)
    select gen_random_uuid(), 'Teacher ' || n, 'teacher-' || n || '@bench.example', 'x', now(), numbered.id,
      now() - interval '700 days', current_date - (n * 7919 % 140)
    from generate_series(1, ${MEMBERS - 1}) as n join numbered on numbered.number = n % ${SCHOOLS} + 1`);
  await services.db.execute(sql`
    insert into memberships (id, network_id, person_id, joined_at)
    select gen_random_uuid(), ${id}, people.id, now() - (hashtext(people.email) & 1023) * interval '16 hours'
    from people where people.email like 'teacher-%'`);
  await services.db.execute(sql`
    insert into profiles (person_id, subjects, ages, languages, offers)
    select people.id, (${sql.param([...subjects])}::text[])[1 + n % 7 : 1 + n % 7 + n % 2],
      (${sql.param([...ageBands])}::text[])[1 + n % 4 : 1 + n % 4 + n % 2], '{en,fr}',
      'Wind tunnel ' || n || ' to borrow on Fridays'
    from people, lateral (select hashtext(people.email) & 65535 as n) as dice
    where people.email like 'teacher-%' and n % 10 < 7`);
  await services.db.execute(sql`analyze`);
  return slug;
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${SITE}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: SITE },
    body: new URLSearchParams(lead),
  });
  return answer.headers.getSetCookie().join("; ").split(";")[0]!;
}

/** Posts some, each as if the last ones had been days ago: how long the answer takes, and until all have been told. */
async function announce(db: Database, slug: string, cookie: string) {
  const [answers, told]: [number[], number[]] = [[], []];
  for (let n = 0; n < POSTS; n++) {
    const title = `The hall is ours ${n}`;
    const began = performance.now();
    const answer = await fetch(`${SITE}/networks/${slug}/coordinate/announce`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: SITE, Cookie: cookie },
      body: new URLSearchParams({ intent: "send", title, body: "On Thursday.\n\nBring a cup." }),
    });
    if (answer.status !== 302) throw new Error(`announcing was answered with ${answer.status}`);
    answers.push(performance.now() - began);
    while ((await countTold(db, title)) < MEMBERS) await new Promise((resolve) => setTimeout(resolve, 20));
    told.push(performance.now() - began);
    await db.execute(sql`update announcements set created_at = created_at - interval '2 days'`);
  }
  return { answered: percentiles(answers), everybodyTold: percentiles(told) };
}

async function countTold(db: Database, title: string): Promise<number> {
  const { rows } = await db.execute<{ told: number }>(sql`
    select count(*)::int as told from notifications where kind = 'networks.announced' and details ->> 'title' = ${title}`);
  return rows[0]!.told;
}
