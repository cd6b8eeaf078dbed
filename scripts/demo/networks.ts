import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import {
  appointCoordinator,
  createNetwork,
  inviteByLetter,
  joinByInvitation,
  joinNetwork,
  makeInvitation,
  requestToJoin,
  setTerritory,
} from "~/features/networks/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { joinRequests, memberships, networks } from "~db/schema";
import { networkContents } from "~db/seeds/demo/networks";
import type { Dice } from "./dice";
import type { Resident } from "./people";

/** Which of the accounts that anybody may use lead a network. */
const leads: Record<string, string> = {
  nottingham: "coordinator",
  "kampong-cham": "trainer",
  sachsen: "centre",
};

/** Who waits to be admitted: network asked, message. Taken from the members of a neighbour. */
const waiting: [network: string, from: string, message: string][] = [
  ["nottingham", "leeds", "I move to Beeston at Easter and teach design and technology."],
  ["nottingham", "birmingham", "Physics, new to the city. I would like to borrow the wind box."],
  ["nottingham", "east-london", ""],
  ["kent-coast", "east-london", "We take year 5 to Margate each June and would like to do it properly."],
  ["kampong-cham", "battambang", "I teach mathematics in Chamkar Leu from next term."],
];

/** What members of a network read first. */
const welcomes: Record<string, string> = {
  nottingham:
    "Welcome! We meet on the first Thursday of each month, tea from four. New here? Say hello to your coordinator, and have a look at the packs: the wind box is a good start.",
};

export async function seedNetworks(services: Services): Promise<void> {
  for (const { members: _members, territory, latitude, longitude, region, ...content } of networkContents) {
    const at = { latitude, longitude, region };
    // Open for a start, so that everybody can come in by the front door; `seedMembers` sets the policy.
    await createNetwork(services, system, {
      ...content,
      joinPolicy: "open",
      place: region,
      leadEmail: "",
      at,
    });
    const { slug } = content;
    if (territory && "corners" in territory)
      await setTerritory(services, system, { slug, version: 1, kind: "border", typed: territory.corners });
    else if (territory)
      await setTerritory(services, system, {
        slug,
        version: 1,
        kind: "radius",
        radiusKm: territory.radiusKm,
      });
  }
}

/** Everybody joins; each network gets a lead and, where it is large enough, a deputy; some people wait at the door. */
export async function seedMembers(
  services: Services,
  { pick, daysAgo }: Dice,
  residents: Resident[],
): Promise<void> {
  const { db } = services;
  for (const { person, networks: joins } of residents) {
    for (const slug of joins) await joinNetwork(services, person, { slug });
  }
  const membersOf = (slug: string) => residents.filter(({ networks: joins }) => joins[0] === slug);
  for (const { slug, joinPolicy, members } of networkContents) {
    const [first, second] = membersOf(slug).filter(({ login }) => !(login in homesOfOthers));
    const lead = residents.find(({ login }) => login === leads[slug]) ?? first!;
    const appoint = (resident: Resident, duty: "lead" | "deputy", endsOn: string) =>
      appointCoordinator(services, system, {
        slug,
        personId: resident.person.id,
        duty,
        endsOn,
        formerLead: "member",
      });
    await appoint(lead, "lead", `${new Date().getUTCFullYear() + 1}-08-31`);
    if (members >= 15)
      await appoint(lead === first ? second! : first!, "deputy", `${new Date().getUTCFullYear() + 1}-08-31`);
    await db
      .update(networks)
      .set({ joinPolicy, state: slug === "solent" ? "starting" : "active", welcome: welcomes[slug] ?? "" })
      .where(eq(networks.slug, slug));
  }
  for (const [slug, from, message] of waiting) {
    const { person } = pick(membersOf(from).filter(({ login }) => !(login in homesOfOthers)));
    await requestToJoin(services, person, { slug, message });
    await db
      .update(joinRequests)
      .set({ createdAt: daysAgo(6, 1) })
      .where(and(eq(joinRequests.personId, person.id), eq(joinRequests.state, "waiting")));
  }
  await invite(services, residents);
  // Operations write down when they happen; the demo world has a past.
  for (const { person } of residents) {
    await db
      .update(memberships)
      .set({ joinedAt: daysAgo(600, 3) })
      .where(eq(memberships.personId, person.id));
  }
}

/** A link by which three neighbours came, and letters that nobody has answered yet. */
async function invite(services: Services, residents: Resident[]): Promise<void> {
  const slug = "nottingham";
  const lead = residents.find(({ login }) => login === leads[slug])!.person;
  const link = { formKey: v7(), note: "Last slide of the autumn meetup", days: 90, usesLimit: 40 } as const;
  const { code } = await makeInvitation(services, lead, { slug, ...link });
  const neighbours = residents.filter(
    ({ login, networks: joins }) => joins[0] === "leeds" && !(login in homesOfOthers),
  );
  for (const { person } of neighbours.slice(0, 3)) await joinByInvitation(services, person, { code });
  const addresses = ["m.fernworthy@hollin-lane.school.example", "science@ridgeway.school.example"];
  await inviteByLetter(services, lead, { slug, addresses });
}

/** The accounts anybody may use keep to the part that is told of them. */
const homesOfOthers: Record<string, true> = {
  librarian: true,
  member: true,
  manager: true,
  trainer2: true,
  trainer3: true,
};
