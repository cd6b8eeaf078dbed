import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { audiencesOf } from "~/features/networks/index.server";
import type { SearchDocument, SearchQuery } from "~/platform/search-engine/search-engine";
import { type Actor, type Person, system, visitor } from "~/platform/services/actor";
import { people } from "~db/schema";
import { type SearchableType, searchableTypes } from "~db/vocabulary/searchable-types";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson, PASSWORD } from "../../factories/people";
import { house } from "../../support/house";
import { site } from "../../support/site";
import { documentOf } from "./documents";

// Every kind of record for every audience, asked for by every role in every way: found exactly where it is allowed.

const audiences = ["everyone", "members", "network a", "network b", "member a alone"] as const;
type Audience = (typeof audiences)[number];

/** What each role may find, written down once more and not taken from the code under test. */
const allowed = {
  visitor: ["everyone"],
  system: ["everyone"],
  unconfirmed: ["everyone"],
  "member of a": ["everyone", "members", "network a", "member a alone"],
  "member of b": ["everyone", "members", "network b"],
  "coordinator of a": ["everyone", "members", "network a"],
  librarian: ["everyone", "members"],
  administrator: ["everyone", "members"],
} satisfies Record<string, Audience[]>;

type Role = keyof typeof allowed;
const roles = Object.keys(allowed) as Role[];

/** Words that are spelt like no other. */
const odd = (text: string) =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .slice(0, 12)
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!);

type Secret = { type: SearchableType; audience: Audience; word: string; token: string };

const secrets: Secret[] = searchableTypes.flatMap((type) =>
  audiences.map((audience) => ({
    type,
    audience,
    word: odd(`word ${type} ${audience}`),
    token: odd(`token ${type} ${audience}`),
  })),
);

const tokensFor = (role: Role) =>
  secrets
    .filter(({ audience }) => (allowed[role] as Audience[]).includes(audience))
    .map(({ token }) => token)
    .sort();

/** The tokens that stand in a text. */
const tokensIn = (text: string) =>
  secrets
    .filter(({ token }) => text.includes(token))
    .map(({ token }) => token)
    .sort();

const { services } = await house();
const actors = {} as Record<Role, Actor>;
const cookies = {} as Record<Role, string>;
let url: string;

beforeAll(async () => {
  const [a, b] = [await makeNetwork(services), await makeNetwork(services)];
  const memberOfA = await makeMember(services, a.slug);
  const signingIn: Partial<Record<Role, Person>> = {
    unconfirmed: await makePerson(services),
    "member of a": memberOfA,
    "member of b": await makeMember(services, b.slug),
    "coordinator of a": await makeCoordinator(services, a.slug),
    librarian: await makePerson(services, { siteRoles: ["librarian"] }),
    administrator: await makePerson(services, { siteRoles: ["administrator"] }),
  };
  url = (await site()).url;
  Object.assign(actors, { visitor, system, ...signingIn });
  for (const role of roles) cookies[role] = signingIn[role] ? await signIn(signingIn[role].email) : "";
  // Nobody signs in before the address is confirmed; but it may be taken back afterwards.
  const unconfirmed = signingIn.unconfirmed!;
  await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, unconfirmed.id));
  actors.unconfirmed = { ...unconfirmed, emailVerified: false };

  const names: Record<Audience, string> = {
    everyone: "everyone",
    members: "members",
    "network a": `network:${a.id}`,
    "network b": `network:${b.id}`,
    "member a alone": `person:${memberOfA.id}`,
  };
  await services.searchEngine.put(
    secrets.map(
      ({ type, audience, word, token }): SearchDocument =>
        documentOf({
          type,
          title: `Quagga ${word}`,
          summary: `Sealed ${token}.`,
          body: `Told in the body: ${odd(`body ${word}`)}.`,
          keywords: [odd(`keyword ${word}`)],
          facets: { subject: [token] },
          audience: [names[audience]],
        }),
    ),
  );
});

async function signIn(email: string): Promise<string> {
  const response = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  return response.headers.getSetCookie().join("; ").split(";")[0]!;
}

const get = async (role: Role, path: string) =>
  (await fetch(url + path, { headers: { Cookie: cookies[role] } })).text();

describe.each(roles)("%s", (role) => {
  const search = async (asked: Partial<SearchQuery>) =>
    services.searchEngine.search({
      text: "",
      types: [...searchableTypes],
      filters: {},
      audience: await audiencesOf(services.db, actors[role]),
      facets: ["subject", "type"],
      sort: "best",
      page: 1,
      perPage: 50,
      ...asked,
    });

  it("finds by its own words what is allowed, and hears of nothing else", async () => {
    const mine = tokensFor(role);
    for (const { word, token } of secrets) {
      const expected = mine.includes(token) ? [token] : [];
      for (const text of [word, token, odd(`body ${word}`), odd(`keyword ${word}`)]) {
        expect([text, tokensIn(JSON.stringify(await search({ text })))]).toEqual([text, expected]);
      }
      // Misspelt, it is mended only into words the reader may find.
      const misspelt = await search({ text: word.slice(0, -1).concat("x") });
      expect([word, tokensIn(JSON.stringify(misspelt)).filter((found) => !mine.includes(found))]).toEqual([
        word,
        [],
      ]);
      if (!mine.includes(token)) expect(JSON.stringify(misspelt.mended)).not.toContain(word);
    }
  });

  it("finds all of it, and no more, by a word of all and by nothing", async () => {
    for (const text of ["quagga", ""]) {
      const seen: string[] = [];
      for (let page = 1; page <= 10; page++) {
        const { hits } = await search({ text, page, perPage: 7 });
        seen.push(...hits.flatMap((hit) => tokensIn(JSON.stringify(hit))));
      }
      expect([...new Set(seen)].sort()).toEqual(tokensFor(role));
    }
  });

  it("is told by facets of nothing but that, whatever is filtered", async () => {
    for (const filters of [{}, { subject: [secrets[1]!.token] }] as Record<string, string[]>[]) {
      const { facets } = await search({ text: "quagga", filters });
      expect((facets.subject ?? []).map(({ value }) => value).sort()).toEqual(tokensFor(role));
    }
    for (const type of searchableTypes) {
      const { facets, total } = await search({ text: "quagga", types: [type] });
      const expected = (allowed[role] as Audience[]).length;
      expect([type, total, facets.type?.find(({ value }) => value === type)?.count]).toEqual([
        type,
        expected,
        expected,
      ]);
    }
  });
});

describe.each(roles.filter((role) => role !== "system"))("%s, on the site", (role) => {
  it("finds on /search what is allowed, and hears of nothing else", async () => {
    const mine = tokensFor(role);
    for (const { type, word, token } of secrets) {
      const expected = mine.includes(token) ? [token] : [];
      expect([word, tokensIn(await get(role, `/search?q=${word}`))]).toEqual([word, expected]);
      expect([word, tokensIn(await get(role, `/search?q=${word}&type=${type}`))]).toEqual([word, expected]);
    }
    const lists = [];
    for (const type of searchableTypes) lists.push(await get(role, `/search?q=quagga&type=${type}`));
    expect(tokensIn(lists.join())).toEqual(mine);
    for (const path of ["/search?q=quagga", "/search", "/packs?q=quagga", "/resources?q=quagga"]) {
      const told = tokensIn(await get(role, path));
      expect([path, told.filter((token) => !mine.includes(token))]).toEqual([path, []]);
    }
  });

  it("finds by the API what everybody may", async () => {
    const open = secrets
      .filter(({ type, audience }) => audience === "everyone" && type !== "person")
      .map(({ token }) => token);
    for (const { word, token } of secrets) {
      const told = tokensIn(await get(role, `/api/v1/search?q=${word}`));
      expect([word, told]).toEqual([word, open.includes(token) ? [token] : []]);
    }
    const all = await get(role, "/api/v1/search?q=quagga&perPage=50");
    expect(tokensIn(all)).toEqual([...open].sort());
    expect(JSON.parse(all).facets.type).not.toContainEqual(expect.objectContaining({ value: "person" }));
  });
});
