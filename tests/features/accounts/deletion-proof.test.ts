import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { photoOf, savePhoto } from "~/features/accounts/index.server";
import { deleteDueAccounts } from "~/features/accounts/jobs/delete-due-accounts.server";
import { confirmedPerson } from "~/features/accounts/queries.server";
import { appointCoordinator } from "~/features/networks/index.server";
import { refusalHash } from "~/features/networks/letters.server";
import { mailedKinds } from "~/features/notifications/kinds";
import { noteBounce } from "~/platform/mail/bounces.server";
import { hashToken } from "~/platform/secrets/tokens.server";
import { type Person, system } from "~/platform/services/actor";
import {
  announcements,
  auditEntries,
  joinRequests,
  memberships,
  notifications,
  packs,
  people,
} from "~db/schema";
import { dayFromNow, makeCoordinator, makeNetwork } from "../../factories/networks";
import { makePack } from "../../factories/packs";
import { makePerson, PASSWORD } from "../../factories/people";
import { makeSchool } from "../../factories/schools";
import { codeOf, giveSecondFactor, letTimePass } from "../../factories/second-factors";
import { findInDatabase, findInFolder } from "../../support/find-everywhere";
import { house } from "../../support/house";
import { httpBrowser } from "../../support/http-browser";
import { newsGoesOut } from "../../support/news";
import { picture } from "../../support/pictures";
import { site } from "../../support/site";
import { tokenIn } from "./post";

const LATER = new Date(Date.now() + 15 * 86_400_000);

// Each stands for one thing a person leaves behind; none of them occurs in anything else.
const FIRST_NAME = "Zephyrquill Moonladder";
const NAME = "Quibblethorne Ōmblåd-Vex";
const FIRST_ADDRESS = "zephyrquill@moonladder.example";
const ADDRESS = "quibblethorne@vexmail.example";
const REQUEST = "unicornrequest whispers";
const DECLINED = "gryphonreason to the asker";
const OFFER = "krakenoffer on Fridays";
const SEARCH_NAME = "basiliskname search";
const SEARCH_TEXT = "wyvernquery";
const values = [
  ...["Zephyrquill", "Moonladder", "Quibblethorne", "Ōmblåd", "omblad", FIRST_ADDRESS, ADDRESS],
  ...["unicornrequest", "gryphonreason", "basiliskname", "krakenoffer", SEARCH_TEXT],
];

it("leaves nothing of a person behind, wherever they have been", async () => {
  const at = await house();
  const { services } = at;
  const { db, pool } = services;
  const { url } = await site();
  const letter = async (to: string, holding: string) => {
    await at.runJobs();
    const found = (await at.mails()).find(
      ({ recipient, text }) => recipient === to && text.includes(holding),
    );
    expect(found, `a letter to ${to} with ${holding}`).toBeDefined();
    return found!;
  };
  const done = async (asked: Promise<{ status: number; body: string }>, what: string) => {
    const { status, body } = await asked;
    expect(status, `${what}: ${status < 400 ? "" : body.slice(0, 2_000)}`).toBeLessThan(400);
  };

  // They sign up, and change everything about themselves.
  const browser = httpBrowser(url);
  await done(
    browser.post("/sign-up", { name: FIRST_NAME, email: FIRST_ADDRESS, password: PASSWORD, next: "/" }),
    "signing up",
  );
  const token = tokenIn(await letter(FIRST_ADDRESS, "/verify?token="));
  await done(browser.post("/verify", { token, password: "" }), "confirming");
  const [row] = await db.select().from(people).where(eq(people.email, FIRST_ADDRESS));
  const id = row!.id;
  // One network asks while they go by their first name.
  const asking = await makeNetwork(services, { joinPolicy: "request" });
  const early = await makeNetwork(services, { joinPolicy: "request" });
  const coordinator = await makeCoordinator(services, (await makeNetwork(services)).slug);
  for (const { slug } of [asking, early]) await coordinate(slug, coordinator);
  await done(
    browser.post(`/networks/${early.slug}`, { intent: "request", message: REQUEST }),
    "asking early",
  );
  await newsGoesOut(at);
  await done(browser.post("/settings", { intent: "profile", name: NAME, locale: "en" }), "renaming");
  await done(
    browser.post("/settings/email", { intent: "ask", email: ADDRESS, currentPassword: PASSWORD }),
    "another address",
  );
  for (const to of [ADDRESS, FIRST_ADDRESS]) {
    const answer = tokenIn(await letter(to, "/change-email?token="));
    await done(browser.post("/change-email", { token: answer, answer: "yes" }), "agreeing");
  }
  const schools = [await makeSchool(services), await makeSchool(services)];
  for (const schoolId of schools) {
    await done(browser.post("/settings/school", { intent: "choose", schoolId }), "choosing a school");
  }

  await done(
    browser.post("/settings/profile", {
      ...{ version: "0", offers: OFFER, wishes: "", about: `I am ${NAME}.` },
    }),
    "telling what they offer",
  );
  await savePhoto(services, (await confirmedPerson(db, id))!, { bytes: await picture() });
  const photo = await photoOf(db, id);
  expect(await findInFolder(services.config.dataDir, [photo!])).not.toEqual([]);

  // They belong, ask, lead and tell.
  const open = await makeNetwork(services, { joinPolicy: "open" });
  await done(browser.post(`/networks/${open.slug}`, { intent: "join" }), "joining");
  await done(browser.post(`/networks/${asking.slug}`, { intent: "request", message: REQUEST }), "asking");
  const [waiting] = await db
    .select({ id: joinRequests.id })
    .from(joinRequests)
    .where(sql`${joinRequests.personId} = ${id} and ${joinRequests.networkId} = ${asking.id}`);
  const led = await makeNetwork(services, { joinPolicy: "request" });
  const person = (await confirmedPerson(db, id))!;
  await coordinate(led.slug, person);
  const asker = await makePerson(services);
  const askers = httpBrowser(url);
  await askers.post("/sign-in", { email: asker.email, password: PASSWORD, next: "/" });
  await askers.post(`/networks/${led.slug}`, { intent: "request", message: "Please." });
  const [theirs] = await db.select().from(joinRequests).where(eq(joinRequests.personId, asker.id));
  await done(
    browser.post(`/networks/${led.slug}/coordinate/decline/${theirs!.id}`, { reason: "We are full." }),
    "declining",
  );
  await done(
    browser.post(`/networks/${led.slug}/coordinate/announce`, {
      ...{ intent: "send", title: "Tea from four", body: "Bring a cup." },
    }),
    "announcing",
  );
  await done(
    browser.post(`/networks/${led.slug}/coordinate/invitations`, {
      ...{ formKey: crypto.randomUUID(), note: "The last slide", days: "30", usesLimit: "" },
    }),
    "making a link",
  );
  await done(
    browser.post(`/networks/${led.slug}/coordinate/letters`, {
      ...{ intent: "invite", addresses: "colleague@elsewhere.example" },
    }),
    "inviting",
  );
  await db.insert(memberships).values({ networkId: led.id, personId: asker.id });
  await db
    .update(people)
    .set({ seenOn: dayFromNow(-100) })
    .where(eq(people.id, asker.id));
  const [newcomer] = await db.select().from(memberships).where(eq(memberships.personId, asker.id));
  await done(
    browser.post(`/networks/${led.slug}/coordinate/welcome/${newcomer!.id}`, { words: `Yours, ${NAME}` }),
    "welcoming",
  );
  await done(
    browser.post(`/networks/${led.slug}/coordinate/write?person=${asker.id}`, {
      words: `How are you? ${NAME}`,
    }),
    "writing to a silent member",
  );
  // Others invite them: once they come by it, once they do not.
  const inviting = [await makeNetwork(services), await makeNetwork(services)];
  const inviter = httpBrowser(url);
  await inviter.post("/sign-in", { email: coordinator.email, password: PASSWORD, next: "/" });
  for (const { slug } of inviting) {
    await coordinate(slug, coordinator);
    await done(
      inviter.post(`/networks/${slug}/coordinate/letters`, { intent: "invite", addresses: ADDRESS }),
      "being invited",
    );
  }
  const code = /\/join\/([\w-]+)/.exec((await letter(ADDRESS, "/join/")).text)![1];
  await done(browser.post(`/join/${code}`, {}), "coming by a letter");
  // Somebody declines them.
  await done(
    inviter.post(`/networks/${asking.slug}/coordinate/decline/${waiting!.id}`, { reason: DECLINED }),
    "being declined",
  );

  await db
    .update(people)
    .set({ seenOn: dayFromNow(-100) })
    .where(eq(people.id, id));
  await coordinate(open.slug, coordinator);
  await done(
    inviter.post(`/networks/${open.slug}/coordinate/write?person=${id}`, { words: `Dear ${NAME}, hello?` }),
    "being written to",
  );
  await noteBounce(db, ADDRESS, { kind: "transient", code: "4.2.2", said: `<${ADDRESS}> is full` });

  // They search, share, and are told by mail.
  await done(
    browser.post("/settings/saved-searches", {
      path: "/packs",
      query: `q=${SEARCH_TEXT}`,
      name: SEARCH_NAME,
    }),
    "saving a search",
  );
  await done(
    browser.post("/settings/notifications", {
      ...{ timeZone: "Europe/London", hour: "7", weekday: "1", quietFrom: "", quietTo: "" },
      ...Object.fromEntries(mailedKinds.map((kind) => [kind, "daily"])),
    }),
    "choosing mails",
  );
  const pack = await makePack(services);
  await db.update(packs).set({ createdBy: id }).where(eq(packs.id, pack.id));

  // They are careful: elsewhere, wrongly, with a second step.
  const elsewhere = httpBrowser(url, "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36");
  await elsewhere.post("/sign-in", { email: ADDRESS, password: "not this one", next: "/" });
  await elsewhere.post("/sign-in", { email: ADDRESS, password: PASSWORD, next: "/" });
  await elsewhere.post("/reset-password", { email: ADDRESS });
  await giveSecondFactor(services, { ...person, email: ADDRESS } satisfies Person);
  await elsewhere.post("/sign-in", { email: ADDRESS, password: PASSWORD, next: "/" });
  await newsGoesOut(at);
  await done(browser.post("/settings/data", { currentPassword: PASSWORD }), "exporting");
  await letTimePass(services, id);

  const before = await findInDatabase(pool, values);
  for (const place of [
    ...["people.name", "people.email", "kept_mails.text", "kept_mails.recipient", "notifications.details"],
    ...["search_documents.title", "search_words.word", "invitations.email", "join_requests.message"],
    ...["join_requests.reason", "saved_searches.name", "saved_searches.query", "profiles.offers"],
    ...["memberships.welcome_words", "member_messages.words", "mail_bounces.address"],
  ]) {
    expect(
      before.filter((where) => where.endsWith(` in public.${place}`)),
      place,
    ).not.toEqual([]);
  }
  expect(await findInDatabase(pool, [hashToken(ADDRESS)])).toContain(
    `${hashToken(ADDRESS)} in public.rate_limits.key`,
  );
  expect(
    (await db.select().from(notifications).where(eq(notifications.aboutId, id))).length,
    "others are told of them",
  ).toBeGreaterThan(0);

  // They go.
  const appCode = await codeOf(services, id);
  const asked = await browser.post("/settings/delete", {
    sure: "yes",
    currentPassword: PASSWORD,
    code: appCode,
  });
  expect(asked.location).toBe("/leaving");
  await at.runJobs();
  await deleteDueAccounts(services, LATER);
  await at.runJobs();

  const hashes = [hashToken(ADDRESS), hashToken(FIRST_ADDRESS)];
  const refused = inviting.map((network) => refusalHash(network.id, ADDRESS));
  expect(await findInDatabase(pool, [...values, ...hashes, ...refused])).toEqual([]);
  expect(await findInFolder(services.config.dataDir, [...values, id, photo!])).toEqual([]);
  // The log says that something was done, by nobody that there is.
  const places = (await findInDatabase(pool, [id])).map((where) => where.split(" in ")[1]!);
  expect(places.filter((place) => !place.startsWith("public.audit_entries."))).toEqual([]);
  const log = await db.select().from(auditEntries).where(eq(auditEntries.actorId, id));
  expect(log.length).toBeGreaterThan(10);
  for (const text of ["Quibblethorne", "Zephyrquill"]) {
    const { hits } = await services.searchEngine.search({
      ...{ text, types: ["person"], filters: {}, audience: ["everyone", "members"], facets: [] },
      ...{ sort: "best", page: 1, perPage: 20 },
    });
    expect(hits).toEqual([]);
  }

  // What others rely on stays.
  const [told] = await db.select().from(announcements).where(eq(announcements.networkId, led.id));
  expect(told).toMatchObject({ title: "Tea from four", authorId: null });
  expect((await db.select().from(packs).where(eq(packs.id, pack.id)))[0]).toMatchObject({ createdBy: null });
  const page = await inviter.get(`/packs/${pack.slug}`);
  expect(page.status).toBe(200);

  // The address is free again.
  const anew = httpBrowser(url);
  await anew.post("/sign-up", { name: "Somebody New", email: ADDRESS, password: PASSWORD, next: "/" });
  expect((await letter(ADDRESS, "/verify?token=")).text).toContain("Somebody New");

  async function coordinate(slug: string, who: Person) {
    const [network] = await db
      .execute<{ id: string }>(sql`select id from networks where slug = ${slug}`)
      .then(({ rows }) => rows);
    await db.execute(sql`insert into memberships (id, network_id, person_id)
      values (gen_random_uuid(), ${network!.id}, ${who.id}) on conflict do nothing`);
    await appointCoordinator(services, system, {
      ...{ slug, personId: who.id, duty: "lead", endsOn: dayFromNow(365), formerLead: "member" },
    });
  }
}, 180_000);
