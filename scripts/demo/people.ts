import { hashPassword, registerVerifiedPeople } from "~/features/accounts/index.server";
import { type Person, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { networkContents } from "~db/seeds/demo/networks";
import { demoAccounts, demoNames, demoPassword } from "~db/seeds/demo/people";
import type { SiteRole } from "~db/vocabulary/site-roles";
import type { Dice } from "./dice";

/** Where each account that anybody may use belongs; the newcomer belongs nowhere yet. */
const homes: Record<string, string[]> = {
  admin: [],
  librarian: ["birmingham"],
  coordinator: ["nottingham"],
  member: ["nottingham", "leeds"],
  newcomer: [],
  manager: ["battambang"],
  trainer: ["kampong-cham"],
  trainer2: ["kampong-cham"],
  trainer3: ["battambang"],
  centre: ["sachsen"],
};

/** Who lives in the demo world: a person, and the networks they join, in order. */
export type Resident = { person: Person; login: string; networks: string[] };

/** Share of teachers who belong to a second network of their country. */
const IN_TWO = 0.08;

/**
 * Makes everybody: the accounts anybody may use, then as many teachers as the networks have members.
 * @param schoolsOf ids of the schools of a network
 */
export async function seedPeople(
  services: Services,
  { pick, next, daysAgo }: Dice,
  schoolsOf: Map<string, string[]>,
): Promise<Resident[]> {
  const passwordHash = await hashPassword(demoPassword);
  const wanted = [
    ...demoAccounts.map(({ login, name, siteRoles }) => ({
      login,
      name,
      siteRoles,
      networks: homes[login] ?? [],
    })),
    ...teachers({ pick, next }),
  ].map((who) => {
    const schools = schoolsOf.get(who.networks[0] ?? "") ?? [];
    return {
      ...who,
      email: `${who.login}@demo.staffroom.test`,
      passwordHash,
      schoolId: schools.length > 0 && next() > 0.06 ? pick(schools) : null,
      createdAt: who.login === "newcomer" ? new Date() : daysAgo(700, 20),
    };
  });
  const ids = await registerVerifiedPeople(
    services,
    system,
    wanted.map(({ networks: _networks, login: _login, ...person }) => person),
  );
  return wanted.map(({ login, networks, name, email, siteRoles, schoolId }, index) => ({
    login,
    networks,
    person: {
      kind: "person",
      id: ids[index]!,
      name,
      email,
      emailVerified: true,
      siteRoles,
      rolesWait: false,
      schoolId,
      locale: null,
    },
  }));
}

function teachers({ pick, next }: Pick<Dice, "pick" | "next">) {
  const used = new Set(demoAccounts.map(({ name }) => name));
  return networkContents.flatMap(({ slug, country, members }) => {
    const [given, family] = demoNames[country]!;
    const taken = Object.values(homes).filter((networks) => networks.includes(slug)).length;
    const neighbours = networkContents.filter(
      (other) => other.country === country && other.slug !== slug && other.joinPolicy === "open",
    );
    return Array.from({ length: members - taken }, () => {
      let name = `${pick(given)} ${pick(family)}`;
      for (let tries = 0; used.has(name) && tries < 50; tries++) name = `${pick(given)} ${pick(family)}`;
      const again = used.has(name);
      used.add(name);
      const second = neighbours.length > 0 && next() < IN_TWO ? [pick(neighbours).slug] : [];
      return {
        name,
        login: `${plain(name)}${again ? `.${used.size}` : ""}.${slug}`,
        siteRoles: [] as SiteRole[],
        networks: [slug, ...second],
      };
    });
  });
}

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
