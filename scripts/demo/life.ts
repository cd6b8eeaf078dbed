import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { postAnnouncement } from "~/features/networks/index.server";
import type { Services } from "~/platform/services/services.server";
import { announcements, coordinators, memberships, networks, people, schools } from "~db/schema";
import { dice } from "./dice";
import type { Resident } from "./people";

const DAY_MS = 86_400_000;
const SLUG = "nottingham";

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);

/**
 * What only time makes: who was seen when, who is new, whose term ends soon, and an announcement; all of it in the
 * network that the demo's coordinator leads. Throws dice of its own, so that the rest of the world stays as it was.
 */
export async function seedLife(services: Services, residents: Resident[]): Promise<void> {
  const { db } = services;
  const { next } = dice(90);
  for (const { person } of residents) await setSeen(services, person.id, Math.floor(next() * 45));
  await seenBefore(services);
  const members = residents.filter(
    ({ login, networks: joins }) => joins[0] === SLUG && login !== "coordinator" && login !== "member",
  );
  const others = members.slice(2);
  const [network] = await db.select().from(networks).where(eq(networks.slug, SLUG));
  const networkId = network!.id;
  await db
    .update(memberships)
    .set({ welcomedAt: sql`${memberships.joinedAt} + interval '2 days'` })
    .where(eq(memberships.networkId, networkId));
  for (const [n, { person }] of others.slice(0, 3).entries()) {
    await db
      .update(memberships)
      .set({ welcomedAt: null, joinedAt: new Date(Date.now() - (1 + n * 4) * DAY_MS) })
      .where(and(eq(memberships.networkId, networkId), eq(memberships.personId, person.id)));
  }
  // The smallest school, and two more members, have gone silent.
  const schoolOf = ({ person }: Resident) => person.schoolId;
  const rest = others.slice(3);
  const atSchool = (id: string | null) => members.filter((member) => schoolOf(member) === id);
  const smallest = rest
    .filter((member) => schoolOf(member) !== null)
    .filter((member) => atSchool(schoolOf(member)).every((colleague) => rest.includes(colleague)))
    .sort((a, b) => atSchool(schoolOf(a)).length - atSchool(schoolOf(b)).length)[0];
  for (const { person } of smallest ? atSchool(schoolOf(smallest)) : [])
    await setSeen(services, person.id, 130);
  for (const [n, { person }] of others.slice(-2).entries()) await setSeen(services, person.id, 100 + n * 60);
  await db
    .update(coordinators)
    .set({ startsOn: day(340), endsOn: day(-19) })
    .where(
      and(
        eq(coordinators.networkId, networkId),
        eq(coordinators.duty, "deputy"),
        isNull(coordinators.endedAt),
        gt(coordinators.endsOn, day(0)),
      ),
    );
  const lead = residents.find(({ login }) => login === "coordinator")!.person;
  const announcementId = await postAnnouncement(services, lead, {
    slug: SLUG,
    title: "The December meetup is on the second Thursday",
    body: "The first one clashes with two school plays, so we meet a week later, tea from four as always.\n\nBring a piece of pipe lagging if you have some: we build marble runs and argue about friction.",
  });
  await db
    .update(announcements)
    .set({ createdAt: new Date(Date.now() - 2 * DAY_MS) })
    .where(eq(announcements.id, announcementId));
}

const setSeen = ({ db }: Services, personId: string, daysAgo: number) =>
  db
    .update(people)
    .set({ seenOn: day(daysAgo) })
    .where(eq(people.id, personId));

/** In which of the quarters before this one people were here: three of four, once they had an account. */
const seenBefore = ({ db }: Services) =>
  db.execute(sql`
    insert into seen_quarters (quarter, person_id)
    select quarter::date, people.id
    from people, generate_series(
      date_trunc('quarter', now()) - interval '21 months', now() - interval '3 months', interval '3 months') as quarter
    where people.created_at < quarter + interval '3 months' and hashtext(people.email || quarter::text) % 4 <> 0
    on conflict do nothing`);

/** Nine of ten schools lie in a known tenth; in some regions more of them in the first ones. */
export async function seedDisadvantage({ db }: Services): Promise<void> {
  await db
    .update(schools)
    .set({
      disadvantageDecile: sql`1 + (abs(hashtext(${schools.name})) % 10) * (abs(hashtext(${schools.town})) % 3 + 1) / 3`,
    })
    .where(sql`abs(hashtext(${schools.name} || 'known')) % 10 > 0`);
}
