import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hint, topicOfPerson } from "~/platform/live/hint.server";
import type { Person } from "~/platform/services/actor";
import { transaction } from "~db/transaction.server";
import { makePerson, PASSWORD } from "../factories/people";
import { house } from "../support/house";
import { anotherSite, type Site, site } from "../support/site";

const { services } = await house();
let one: Site;
let other: Site;
let reader: Person;
let stranger: Person;
const open = new Set<AbortController>();

beforeAll(async () => {
  one = await site();
  other = await anotherSite();
  reader = await makePerson(services);
  stranger = await makePerson(services);
});
afterAll(() => {
  for (const stream of open) stream.abort();
});

async function cookieOf({ email }: Person): Promise<string> {
  const answer = await fetch(`${one.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  return answer.headers.getSetCookie().join("; ").split(";")[0]!;
}

/** Opens a stream; `events` grows as they come. */
async function follow(at: Site, person: Person, headers: Record<string, string> = {}) {
  const stream = new AbortController();
  open.add(stream);
  const answer = await fetch(`${at.url}/live`, {
    headers: { Cookie: await cookieOf(person), ...headers },
    signal: stream.signal,
  });
  const events: string[] = [];
  void readEvents(answer, events).catch(() => undefined);
  return { answer, events, close: () => stream.abort() };
}

async function readEvents(answer: Response, events: string[]) {
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (text + value).split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      if (event) events.push(event);
    }
  }
}

/** Until both processes listen: whoever comes before is told to look again when they do. */
const bothListen = () =>
  expect
    .poll(async () => {
      const { rows } = await services.pool.query(
        `select from pg_stat_activity where datname = current_database()
          and application_name = 'staffroom live' and state = 'idle' and query like 'listen %'`,
      );
      return rows.length;
    })
    .toBe(2);

const hintAbout = (person: Person) => transaction(services.db, (tx) => hint(tx, [topicOfPerson(person.id)]));

describe("live updates", () => {
  it("send a visitor away for good", async () => {
    expect((await fetch(`${one.url}/live`)).status).toBe(204);
  });

  it("reach the person in every process, and nobody else", async () => {
    for (const at of [one, other]) (await follow(at, reader)).close();
    await bothListen();
    const here = await follow(one, reader);
    const there = await follow(other, reader);
    const another = await follow(other, stranger);
    expect(here.answer.headers.get("Content-Type")).toMatch(/^text\/event-stream/);
    expect(here.answer.headers.get("Cache-Control")).toBe("no-store");
    const streams = [here, there, another];
    await expect.poll(() => streams.every(({ events }) => events.length > 0)).toBe(true);
    const before = streams.map(({ events }) => events.length);
    await hintAbout(reader);
    // Behind the other hint: when it is there, the first one has gone wherever it goes.
    await hintAbout(stranger);
    await expect
      .poll(() => streams.map(({ events }) => events.length))
      .toEqual(before.map((count) => count + 1));
    for (const stream of [here, there, another]) stream.close();
  });

  it("say nothing of a change that did not come about", async () => {
    const stream = await follow(one, reader);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    await transaction(services.db, async (tx) => {
      await hint(tx, [topicOfPerson(reader.id)]);
      throw new Error("changed my mind");
    }).catch(() => undefined);
    const before = stream.events.length;
    // The second one arrives after where the first would have been.
    await hintAbout(reader);
    await expect.poll(() => stream.events.length).toBeGreaterThan(before);
    expect(stream.events.length).toBe(before + 1);
    stream.close();
  });

  it("tell everybody to look again after listening broke, and who comes back after a break", async () => {
    const stream = await follow(one, reader);
    await expect.poll(() => stream.events.length).toBeGreaterThan(0);
    const before = stream.events.length;
    await services.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'staffroom live' and datname = current_database()`,
    );
    await expect.poll(() => stream.events.length, { timeout: 10_000 }).toBeGreaterThan(before);
    const heard = stream.events.length;
    await hintAbout(reader);
    await expect.poll(() => stream.events.length).toBe(heard + 1);
    const back = await follow(other, stranger, { "Last-Event-ID": "1" });
    await expect.poll(() => back.events[0]).toBe("hint");
    for (const each of [stream, back]) each.close();
  });

  it("are ten for one person, and no more", async () => {
    const person = await makePerson(services);
    const streams = [];
    for (let n = 0; n < 10; n++) streams.push(await follow(one, person));
    expect(streams.map(({ answer }) => answer.status)).toEqual(Array(10).fill(200));
    const tooMany = await follow(one, person);
    expect([tooMany.answer.status, tooMany.answer.headers.get("Retry-After")]).toEqual([429, "60"]);
    streams.pop()!.close();
    await expect.poll(async () => (await follow(one, person)).answer.status).toBe(200);
  });
});
