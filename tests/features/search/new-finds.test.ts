import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "~/features/notifications/kinds";
import { newFindsLetter } from "~/features/search/emails/new-finds.server";
import { announceLooks, lookForNew } from "~/features/search/jobs/look-for-new.server";
import { saveSearch } from "~/features/search/operations/save-search.server";
import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { Services } from "~/platform/services/services.server";
import { notifications, people, savedSearches } from "~db/schema";
import { makePerson } from "../../factories/people";
import { type House, house } from "../../support/house";
import { newsGoesOut } from "../../support/news";
import { documentOf } from "./documents";

let at: House;
let services: Services;
beforeAll(async () => {
  at = await house();
  services = at.services;
});

const HOUR = 3_600_000;
const now = new Date("2026-06-01T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR);

let words = 0;
/** A word that no other test finds. */
const newWord = () => `quern${"abcdefghij"[words++ % 10]}${"klmnopqrst"[Math.floor(words / 10)]}stone`;

const put = (document: Partial<SearchDocument> & { title: string }) =>
  services.searchEngine.put([documentOf({ type: "pack", ...document })]);

const save = (
  person: Awaited<ReturnType<typeof makePerson>>,
  word: string,
  more: { path?: string; name?: string } = {},
) => saveSearch(services, person, { path: "/packs", query: `q=${word}`, name: word, ...more }, hoursAgo(48));

const mailsTo = async (email: string) => (await at.mails()).filter(({ recipient }) => recipient === email);

const look = async (personId: string, when = now) => {
  await lookForNew(services, { personId }, when);
  await newsGoesOut(at);
};

describe("looking for what is new", () => {
  it("mails what came after the search was saved, once, however often it looks", async () => {
    const person = await makePerson(services);
    const word = newWord();
    await put({ title: `Old ${word}`, newestAt: hoursAgo(72) });
    await save(person, word, { name: `My ${word}` });
    await look(person.id, hoursAgo(24));
    expect(await mailsTo(person.email)).toEqual([]);
    await put({ title: `New ${word}`, newestAt: hoursAgo(2) });
    for (const hours of [0, 0, 1]) await look(person.id, new Date(now.getTime() + hours * HOUR));
    const mails = await mailsTo(person.email);
    expect(mails.map(({ subject }) => subject)).toEqual([`1 new for “My ${word}”`]);
    expect(mails[0]!.text).not.toContain("Old");
  });

  it("does not take what is only spelt alike for something new", async () => {
    const person = await makePerson(services);
    await save(person, "quernstome");
    await put({ title: "Quernstone", newestAt: hoursAgo(1) });
    await look(person.id);
    expect(await mailsTo(person.email)).toEqual([]);
  });

  it("lists one letter for all of a person's searches, as text and as HTML, and tells it on the site", async () => {
    const person = await makePerson(services);
    const [one, two] = [newWord(), newWord()];
    await save(person, one, { name: `${one} <b>& more</b>\u2028` });
    await save(person, two, { path: "/search", name: two });
    await put({ title: `A <i>${one}</i>`, slug: "slug-one", newestAt: hoursAgo(20) });
    await Promise.all(
      Array.from({ length: 7 }, (_, n) =>
        put({ type: "resource", title: `${two} ${n}`, slug: `slug-two-${n}`, newestAt: hoursAgo(10 + n) }),
      ),
    );
    await Promise.all([look(person.id), look(person.id)]);
    await newsGoesOut(at);
    const mails = await mailsTo(person.email);
    expect(mails).toHaveLength(1);
    const { subject, text, html } = mails[0]!;
    expect(subject).toBe("New in 2 of your saved searches");
    expect(text).toContain(`A <i>${one}</i> (Packs)\n  http://localhost:3000/packs/slug-one`);
    expect(text).toContain(`${two}: 7 new`);
    expect(text).toContain("* and more\n  http://localhost:3000/search?q=");
    expect(text).not.toContain("slug-two-6");
    expect(text).toContain("http://localhost:3000/settings/saved-searches");
    expect(text).toMatch(/http:\/\/localhost:3000\/unsubscribe\/\S+/);
    expect(html).toContain(`A &lt;i&gt;${one}&lt;/i&gt;`);
    expect(html).not.toMatch(/<i>|<b>&/);
    const told = await services.db.select().from(notifications).where(eq(notifications.personId, person.id));
    expect(told).toMatchObject([{ kind: "search.new-found", path: "/settings/saved-searches" }]);
    expect(wordsOf(told[0]!.kind, told[0]!.details).sentence).toMatch(/^8 new in your saved searches/);

    // Nothing is told twice; what comes later is.
    await look(person.id, new Date(now.getTime() + HOUR));
    expect(await mailsTo(person.email)).toHaveLength(1);
    await put({ title: `Another ${one}`, newestAt: new Date(now.getTime() + HOUR) });
    await look(person.id, new Date(now.getTime() + 2 * HOUR));
    const [latest, ...rest] = await mailsTo(person.email);
    expect(rest).toHaveLength(1);
    expect(latest!.text).toContain(`Another ${one}`);
    expect(latest!.text).not.toContain("slug-one");
  });

  it("keeps a subject on its line, in the person's language", async () => {
    const person = await makePerson(services, { locale: "fr" });
    const word = newWord();
    await save(person, word, { name: `${word}\r\nBcc: victim@example.org` });
    await put({ title: word, newestAt: hoursAgo(1) });
    await look(person.id);
    const [mail] = await mailsTo(person.email);
    expect(mail!.subject).toBe(`1 nouveauté pour « ${word} Bcc: victim@example.org »`);
    expect(mail!.text).toContain("Bonjour");
  });

  it("leaves the last minutes for the next look, so that what is indexed late is not passed over", async () => {
    const person = await makePerson(services);
    const word = newWord();
    await save(person, word);
    await put({ title: word, newestAt: new Date(now.getTime() - 60_000) });
    await look(person.id);
    expect(await mailsTo(person.email)).toEqual([]);
    await look(person.id, new Date(now.getTime() + HOUR));
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it("finds with the person's own rights, those of the moment the letter is written", async () => {
    const person = await makePerson(services);
    const word = newWord();
    await save(person, word);
    await put({ title: `Secret ${word}`, audience: ["network:elsewhere"], newestAt: hoursAgo(3) });
    await look(person.id);
    expect(await mailsTo(person.email)).toEqual([]);
    const document = documentOf({
      type: "pack",
      title: `Open ${word}`,
      newestAt: new Date(now.getTime() + HOUR),
    });
    await services.searchEngine.put([document]);
    await lookForNew(services, { personId: person.id }, new Date(now.getTime() + 2 * HOUR));
    await services.searchEngine.put([{ ...document, audience: ["network:elsewhere"] }]);
    await newsGoesOut(at);
    expect(await mailsTo(person.email)).toEqual([]);
  });

  it("writes to nobody who is gone or not confirmed, and moves nothing for them", async () => {
    const person = await makePerson(services);
    const word = newWord();
    const { id } = await save(person, word);
    await put({ title: word, newestAt: hoursAgo(1) });
    await services.db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, person.id));
    await look(person.id);
    expect(await mailsTo(person.email)).toEqual([]);
    const [saved] = await services.db.select().from(savedSearches).where(eq(savedSearches.id, id));
    expect(saved!.checkedAt).toEqual(hoursAgo(48));
    await look(crypto.randomUUID());
    const letter = newFindsLetter(services, { personId: crypto.randomUUID(), windows: `${id}.1.2` });
    expect(await letter).toBe(null);
  });

  it("tells nothing of a search that was deleted meanwhile, and ends quietly", async () => {
    const person = await makePerson(services);
    const word = newWord();
    const { id } = await save(person, word);
    await put({ title: word, newestAt: hoursAgo(1) });
    await lookForNew(services, { personId: person.id }, now);
    await services.db.delete(savedSearches).where(eq(savedSearches.id, id));
    await newsGoesOut(at);
    expect(await mailsTo(person.email)).toEqual([]);
  });

  it("loses nothing when the announcement fails", async () => {
    const person = await makePerson(services);
    const word = newWord();
    const { id } = await save(person, word);
    await put({ title: word, newestAt: hoursAgo(1) });
    const { db } = services;
    await db.execute(sql`create function refuse_job() returns trigger language plpgsql as
      $$ begin raise exception 'no room'; end $$`);
    await db.execute(sql`create trigger refuse before insert on graphile_worker._private_jobs
      for each row execute function refuse_job()`);
    await expect(lookForNew(services, { personId: person.id }, now)).rejects.toThrow();
    await db.execute(sql`drop trigger refuse on graphile_worker._private_jobs`);
    const [saved] = await db.select().from(savedSearches).where(eq(savedSearches.id, id));
    expect(saved!.checkedAt).toEqual(hoursAgo(48));
    await look(person.id);
    expect(await mailsTo(person.email)).toHaveLength(1);
  });

  it("comes to everybody who has saved a search by the schedule", async () => {
    const [one, two, idle] = [
      await makePerson(services),
      await makePerson(services),
      await makePerson(services),
    ];
    const word = newWord();
    for (const person of [one, two]) await save(person, word);
    await put({ title: word, newestAt: hoursAgo(1) });
    await announceLooks(services);
    await newsGoesOut(at);
    for (const person of [one, two]) expect(await mailsTo(person.email)).toHaveLength(1);
    expect(await mailsTo(idle.email)).toEqual([]);
  });
});
