import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { photoOf, savePhoto } from "~/features/accounts/index.server";
import { makeInvitation } from "~/features/networks/operations/make-invitation.server";
import { mailedKinds } from "~/features/notifications/kinds";
import { mergeSchools } from "~/features/schools/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { announcements, materials, memberships, networks, people } from "~db/schema";
import type { JoinPolicy } from "~db/vocabulary/networks";
import { dayFromNow } from "../factories/networks";
import { makePack } from "../factories/packs";
import { makePerson, PASSWORD } from "../factories/people";
import { makeResources } from "../factories/resources";
import { makeSchool } from "../factories/schools";
import { picture } from "../support/pictures";
import type { Stage } from "./cast";

/** What one action of the table asks for. */
export type Asked = {
  /** As it stands in the table of routes; what is asked stands in `path`. */
  route: string;
  path: string;
  /** Posted where it is there. */
  form?: Record<string, string>;
};

export type Action = {
  policy?: JoinPolicy;
  /** @param set makes a network to act on */
  asks: (set: () => Promise<Stage>, services: Services) => Asked[] | Promise<Asked[]>;
};

const makeLink = (services: Services, slug: string) =>
  makeInvitation(services, system, {
    ...{ slug, formKey: crypto.randomUUID(), note: "", days: 30, usesLimit: null },
  });

const twoSchools = async (services: Services) => ({
  one: await makeSchool(services),
  other: await makeSchool(services),
});
/** The membership of the stage's other member. */
async function membershipIn(services: Services, { id, otherId }: Stage): Promise<string> {
  const [row] = await services.db
    .select({ id: memberships.id })
    .from(memberships)
    .where(sql`${memberships.networkId} = ${id} and ${memberships.personId} = ${otherId}`);
  return row!.id;
}

const get = (route: string, path = `/${route}`): Asked => ({ route, path });
const post = (route: string, path: string, form: Record<string, string>): Asked => ({ route, path, form });
const show = (...routes: string[]): Action => ({ asks: () => routes.map((route) => get(route)) });

const inNetwork = (
  route: string,
  form?: (stage: Stage) => Record<string, string>,
  options: { policy?: JoinPolicy } = {},
): Action => ({
  ...options,
  asks: async (set) => {
    const stage = await set();
    const path = `/${route
      .replace(":slug", stage.slug)
      .replace(":requestId", stage.requestId)
      .replace(":appointmentId", stage.deputyId)}`;
    return [form ? post(route, path, form(stage)) : get(route, path)];
  },
});

const appointment = (duty: string) => (stage: Stage) => ({
  ...{ personId: stage.otherId, duty, formerLead: "deputy" },
  endsOn: dayFromNow(100),
});

const draft = (ask: (slug: string) => Asked[]): Action => ({
  asks: async (_, services) => ask((await makePack(services, {}, { draft: true })).slug),
});
const published = (ask: (slug: string) => Asked[]): Action => ({
  asks: async (_, services) => ask((await makePack(services)).slug),
});

/** Two materials of a published pack. */
const materialsOf = (ask: (one: string, other: string) => Asked[]): Action => ({
  asks: async (_, services) => {
    await makePack(services);
    const rows = await services.db
      .select({ slug: materials.slug })
      .from(materials)
      .where(sql`${materials.mergedInto} is null`)
      .limit(2);
    return ask(rows[0]!.slug, rows[1]!.slug);
  },
});

/** How each action of the table is tried. */
export const actions: Record<string, Action> = {
  "see the start page": show(""),
  "see the forms of accounts": show(
    "sign-up",
    "sign-in",
    "reset-password",
    "verify",
    "sign-out",
    "preferences",
  ),
  "see networks": show("networks"),
  "see one network": inNetwork("networks/:slug"),
  "see its members": inNetwork("networks/:slug/members"),
  "join an open network": inNetwork("networks/:slug", () => ({ intent: "join" }), { policy: "open" }),
  "ask to join": inNetwork("networks/:slug", () => ({ intent: "request", message: "" })),
  "ask to join an open network": inNetwork("networks/:slug", () => ({ intent: "request", message: "" }), {
    policy: "open",
  }),
  "withdraw a request": inNetwork("networks/:slug", () => ({ intent: "withdraw" })),
  "see the page for leaving": inNetwork("networks/:slug/leave"),
  leave: inNetwork("networks/:slug/leave", () => ({})),
  "see the page for coordinating": inNetwork("networks/:slug/coordinate"),
  "admit somebody": inNetwork("networks/:slug/coordinate", ({ requestId }) => ({ requestId })),
  "see all needs and what was let be": {
    asks: async (set) => {
      const path = `/networks/${(await set()).slug}/coordinate`;
      return [
        get("networks/:slug/coordinate/needs/:kind", `${path}/needs/newcomers`),
        get("networks/:slug/coordinate/left-be", `${path}/left-be`),
      ];
    },
  },
  "let a newcomer be": {
    asks: async (set, services) => {
      const stage = await set();
      const form = { intent: "let-be", kind: "newcomers", subjectId: await membershipIn(services, stage) };
      const path = `/networks/${stage.slug}/coordinate`;
      return [post("networks/:slug/coordinate/needs/:kind", `${path}/needs/newcomers`, form)];
    },
  },
  "take it up again": {
    asks: async (set, services) => {
      const stage = await set();
      const form = { intent: "take-up", kind: "newcomers", subjectId: await membershipIn(services, stage) };
      return [post("networks/:slug/coordinate/left-be", `/networks/${stage.slug}/coordinate/left-be`, form)];
    },
  },
  "see the page for welcoming": {
    asks: async (set, services) => {
      const stage = await set();
      const path = `/networks/${stage.slug}/coordinate/welcome/${await membershipIn(services, stage)}`;
      return [get("networks/:slug/coordinate/welcome/:membershipId", path)];
    },
  },
  "welcome somebody": {
    asks: async (set, services) => {
      const stage = await set();
      const path = `/networks/${stage.slug}/coordinate/welcome/${await membershipIn(services, stage)}`;
      return [post("networks/:slug/coordinate/welcome/:membershipId", path, { words: "Hello." })];
    },
  },
  "see the page for writing": {
    asks: async (set) => {
      const { slug, otherId } = await set();
      const route = "networks/:slug/coordinate/write";
      return [get(route, `/networks/${slug}/coordinate/write?person=${otherId}`)];
    },
  },
  "write to who is silent": {
    asks: async (set, services) => {
      const { slug, otherId } = await set();
      await services.db
        .update(people)
        .set({ seenOn: dayFromNow(-100) })
        .where(sql`${people.id} = ${otherId}`);
      const path = `/networks/${slug}/coordinate/write?person=${otherId}`;
      return [post("networks/:slug/coordinate/write", path, { words: "How are you?" })];
    },
  },
  "see how a network is doing": {
    asks: async (set) => {
      const path = `/networks/${(await set()).slug}/coordinate`;
      return [
        get("networks/:slug/coordinate/health", `${path}/health`),
        get("networks/:slug/coordinate/health.csv", `${path}/health.csv`),
      ];
    },
  },
  "see the page for declining": inNetwork("networks/:slug/coordinate/decline/:requestId"),
  "decline somebody": inNetwork("networks/:slug/coordinate/decline/:requestId", () => ({
    reason: "You teach elsewhere.",
  })),
  "see the page for appointing": inNetwork("networks/:slug/coordinate/appoint"),
  "appoint a deputy": inNetwork("networks/:slug/coordinate/appoint", appointment("deputy")),
  "appoint another lead": inNetwork("networks/:slug/coordinate/appoint", appointment("lead")),
  "see the page for ending a term": inNetwork("networks/:slug/coordinate/end/:appointmentId"),
  "end a deputy's term": inNetwork("networks/:slug/coordinate/end/:appointmentId", () => ({})),
  "end the own term": {
    asks: async (set) => {
      const { slug, ownId } = await set();
      const path = `/networks/${slug}/coordinate/end/${ownId}`;
      return [post("networks/:slug/coordinate/end/:appointmentId", path, {})];
    },
  },
  "see announcements": inNetwork("networks/:slug/announcements"),
  "see the page for announcing": inNetwork("networks/:slug/coordinate/announce"),
  announce: inNetwork("networks/:slug/coordinate/announce", () => ({
    ...{ intent: "send", title: "Tea from four", body: "Bring a cup." },
  })),
  "take an announcement back": {
    asks: async (set, services) => {
      const { slug, id } = await set();
      const [made] = await services.db
        .insert(announcements)
        .values({ networkId: id, title: "Tea", body: "From four." })
        .returning({ id: announcements.id });
      const route = "networks/:slug/announcements";
      return [post(route, `/networks/${slug}/announcements`, { announcementId: made!.id })];
    },
  },
  "see invitations": {
    asks: async (set, services) => {
      const { slug } = await set();
      const { id } = await makeLink(services, slug);
      const path = `/networks/${slug}/coordinate`;
      return [
        get("networks/:slug/coordinate/invitations", `${path}/invitations`),
        get("networks/:slug/coordinate/letters", `${path}/letters`),
        get("networks/:slug/coordinate/invitations/:invitationId/revoke", `${path}/invitations/${id}/revoke`),
      ];
    },
  },
  "make a link": inNetwork("networks/:slug/coordinate/invitations", () => ({
    ...{ formKey: crypto.randomUUID(), note: "", days: "30", usesLimit: "" },
  })),
  "revoke a link": {
    asks: async (set, services) => {
      const { slug } = await set();
      const { id } = await makeLink(services, slug);
      const route = "networks/:slug/coordinate/invitations/:invitationId/revoke";
      return [post(route, `/networks/${slug}/coordinate/invitations/${id}/revoke`, {})];
    },
  },
  "invite by letter": inNetwork("networks/:slug/coordinate/letters", () => ({
    ...{ intent: "invite", addresses: `${crypto.randomUUID()}@example.org` },
  })),
  "see a link's page": {
    asks: async (set, services) => {
      const { code } = await makeLink(services, (await set()).slug);
      return [get("join/:code", `/join/${code}`)];
    },
  },
  "join by a link": {
    asks: async (set, services) => {
      const { code } = await makeLink(services, (await set()).slug);
      return [post("join/:code", `/join/${code}`, {})];
    },
  },
  "see a network's settings": inNetwork("networks/:slug/coordinate/settings"),
  "change a network's settings": {
    asks: async (set, services) => {
      const { slug, id } = await set();
      const [row] = await services.db.select().from(networks).where(sql`${networks.id} = ${id}`);
      const { version, name, summary, description, joinPolicy, state } = row!;
      return [
        post("networks/:slug/coordinate/settings", `/networks/${slug}/coordinate/settings`, {
          ...{ version: String(version), name, summary, description, joinPolicy, state },
          welcome: "Tea from four.",
        }),
      ];
    },
  },
  "see a network's territory": inNetwork("networks/:slug/coordinate/territory"),
  "set a network's territory": {
    asks: async (set, services) => {
      const { slug, id } = await set();
      const [row] = await services.db.select().from(networks).where(sql`${networks.id} = ${id}`);
      return [
        post("networks/:slug/coordinate/territory", `/networks/${slug}/coordinate/territory`, {
          ...{ version: String(row!.version), kind: "radius", radiusKm: "20" },
        }),
      ];
    },
  },
  "see the page for closing": inNetwork("networks/:slug/coordinate/close"),
  "close a network": inNetwork("networks/:slug/coordinate/close", () => ({})),
  "see the page for founding": show("networks/new"),
  "found a network": {
    asks: () => [
      post("networks/new", "/networks/new", {
        ...{ name: `Quokkafield ${crypto.randomUUID()}`, slug: "", country: "GB", place: "Nottingham" },
        ...{ placeId: "", summary: "Teachers along the river.", description: "" },
        ...{ joinPolicy: "open", leadEmail: "" },
      }),
    ],
  },
  "see packs and resources": {
    asks: async (_, services) => {
      const { slug } = await makePack(services);
      await makeResources(services, [{ "@context": "https://schema.org" }]).catch(() => undefined);
      return [get("packs"), get("packs/:slug", `/packs/${slug}`), get("resources")];
    },
  },
  "see a draft": draft((slug) => [get("packs/:slug", `/packs/${slug}`)]),
  "publish a pack": draft((slug) => [post("packs/:slug", `/packs/${slug}`, { intent: "publish" })]),
  "take a pack back": published((slug) => [post("packs/:slug", `/packs/${slug}`, { intent: "unpublish" })]),
  "see what can be built": show("materials", "materials/suggest"),
  "send a list of materials": { asks: () => [post("materials", "/materials", { list: "cardboard" })] },
  "see the vocabulary": show("materials/vocabulary"),
  "see a material's form": materialsOf((slug) => [
    get("materials/:slug/edit", `/materials/${slug}/edit`),
    get("materials/:slug/merge", `/materials/${slug}/merge`),
  ]),
  "change a material": materialsOf((slug) => [
    post("materials/:slug/edit", `/materials/${slug}/edit`, { intent: "substitutes", substitutes: "" }),
  ]),
  "merge materials": materialsOf((slug, into) => [
    post("materials/:slug/merge", `/materials/${slug}/merge`, { into }),
  ]),
  "see somebody's page": {
    asks: async (_, services) => [get("people/:id", `/people/${(await makePerson(services)).id}`)],
  },
  "see somebody's photo": {
    asks: async (_, services) => {
      const person = await makePerson(services);
      await savePhoto(services, person, { bytes: await picture() });
      const photo = await photoOf(services.db, person.id);
      return [get("people/:id/photo/:version", `/people/${person.id}/photo/${photo}`)];
    },
  },
  "see a school": {
    asks: async (_, services) => [get("schools/:id", `/schools/${await makeSchool(services)}`)],
  },
  "see schools listed twice": {
    asks: async (_, services) => [
      get("admin/schools"),
      get(
        "admin/schools/compare",
        `/admin/schools/compare?${new URLSearchParams(await twoSchools(services))}`,
      ),
    ],
  },
  "merge schools": {
    asks: async (_, services) => {
      const { one, other } = await twoSchools(services);
      const form = { intent: "merge", survivingId: one, losingId: other };
      return [post("admin/schools/compare", "/admin/schools/compare", form)];
    },
  },
  "undo a merge": {
    asks: async (_, services) => {
      const { one, other } = await twoSchools(services);
      const mergeId = await mergeSchools(services, system, { survivingId: one, losingId: other });
      return [post("admin/schools", "/admin/schools", { intent: "undo", mergeId })];
    },
  },
  "keep schools apart": {
    asks: async (_, services) => {
      const { one, other } = await twoSchools(services);
      const pair = { oneId: one, otherId: other };
      return [
        post("admin/schools/compare", "/admin/schools/compare", { intent: "dismiss", ...pair }),
        post("admin/schools", "/admin/schools", { intent: "reopen", ...pair }),
      ];
    },
  },
  "see schools": show("schools", "schools/suggest", "places/suggest"),
  search: show("search", "search/suggest"),
  "see the own settings": show(
    ...["settings", "settings/school", "settings/saved-searches", "settings/notifications"],
    ...["settings/security", "settings/second-factor", "settings/passkeys", "settings/email"],
    ...["settings/data", "settings/delete", "leaving"],
    ...["settings/profile", "settings/photo"],
  ),
  "change the own name": {
    asks: () => [post("settings", "/settings", { intent: "profile", name: "Ada Ostrich", locale: "" })],
  },
  "change the own profile": {
    asks: () => [post("settings/profile", "/settings/profile", { about: "Ostriches.", version: "0" })],
  },
  "change the own photo": {
    asks: () => [post("settings/photo", "/settings/photo", { intent: "remove" })],
  },
  "choose the own school": {
    asks: () => [post("settings/school", "/settings/school", { intent: "leave" })],
  },
  "save a search": {
    asks: () => [
      post("settings/saved-searches", "/settings/saved-searches", {
        ...{ path: "/packs", query: "q=wind", name: "Wind" },
      }),
    ],
  },
  "see the own notifications": show("notifications"),
  "count what is unread": show("notifications/unread"),
  "choose when to be written to": {
    asks: () => [
      post("settings/notifications", "/settings/notifications", {
        ...{ timeZone: "Europe/London", hour: "7", weekday: "1" },
        ...{ quietFrom: "", quietTo: "" },
        ...Object.fromEntries(mailedKinds.map((kind) => [kind, "daily"])),
      }),
    ],
  },
  "sign other browsers out": {
    asks: () => [post("settings/security", "/settings/security", { intent: "others" })],
  },
  "begin a second step": {
    asks: () => [post("settings/second-factor", "/settings/second-factor", { intent: "begin" })],
  },
  "begin a passkey without the password": {
    asks: () => [post("settings/passkeys", "/settings/passkeys", { intent: "begin" })],
  },
  "see and remove a passkey of somebody else": {
    asks: () => {
      const path = `/settings/passkeys/${v7()}`;
      return [
        get("settings/passkeys/:id", path),
        post("settings/passkeys/:id", path, { currentPassword: "a guess" }),
      ];
    },
  },
  "ask for a challenge": {
    asks: () => [
      get("sign-in/challenge"),
      post("sign-in/challenge", "/sign-in/challenge", { step: "first" }),
    ],
  },
  "withdraw no change of address": {
    asks: () => [post("settings/email", "/settings/email", { intent: "withdraw" })],
  },
  "ask for the own data": {
    asks: async (_, services) => {
      // Three a day, and everybody asks here for all networks.
      await services.db.execute(sql`delete from rate_limits where key like 'export:%'`);
      return [post("settings/data", "/settings/data", { currentPassword: PASSWORD })];
    },
  },
  "fetch no data without a password": show("settings/data/archive"),
  "delete the account unconfirmed": {
    asks: () => [post("settings/delete", "/settings/delete", { currentPassword: PASSWORD })],
  },
  "keep an account that is not going": { asks: () => [post("leaving", "/leaving", {})] },
  "mark them as read": { asks: () => [post("notifications", "/notifications", {})] },
  "choose language and appearance": {
    asks: () => [post("preferences", "/preferences", { theme: "system", next: "/" })],
  },
  "see administration": show("admin"),
  "see every network": show("admin/networks"),
  "see the site's settings": show("admin/settings"),
  "change the site's settings": { asks: () => [post("admin/settings", "/admin/settings", {})] },
  "see mail that came back": show("admin/bounces"),
  "let mail try again": {
    asks: () => [post("settings/email", "/settings/email", { intent: "again" })],
  },
  "read the audit log": show("admin/audit"),
};

/** Routes that are not asked: what each is tried by instead. */
export const elsewhere: Record<string, string> = {
  "POST sign-up": "tests/features/accounts",
  "POST sign-in": "tests/features/accounts",
  "POST sign-out": "tests/features/accounts",
  "POST verify": "tests/features/accounts: needs a token",
  "POST reset-password": "tests/features/accounts",
  "GET resources/:slug": "tests/features/resources: open to everybody like a published pack",
  "GET sign-in/code": "tests/features/accounts: needs a pending sign-in",
  "POST sign-in/code": "tests/features/accounts: needs a pending sign-in",
  "GET change-email": "tests/features/accounts: for who holds a letter",
  "POST change-email": "tests/features/accounts: for who holds a letter",
  "GET join/:code/never-again": "tests/features/networks: for who holds a letter",
  "POST join/:code/never-again": "tests/features/networks: for who holds a letter",
  "GET unsubscribe/:token": "tests/features/notifications: for who holds a mail",
  "POST unsubscribe/:token": "tests/features/notifications: for who holds a mail",
  "GET dev/mail": "there in the demo only",
  "GET dev/mail/:id": "there in the demo only",
  "GET dev/ui": "there in development only",
};
