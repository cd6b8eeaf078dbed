import type { AddressInfo } from "node:net";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { describe, expect, it } from "vitest";
import { gatherMails } from "~/features/notifications/jobs/gather-mails.server";
import { removeOldNotifications } from "~/features/notifications/jobs/remove-old.server";
import { sendNewsMail } from "~/features/notifications/jobs/send-mail.server";
import { chooseMails } from "~/features/notifications/operations/choose-mails.server";
import { markRead } from "~/features/notifications/operations/mark-read.server";
import { notify } from "~/features/notifications/telling.server";
import { usualTimes } from "~/features/notifications/times";
import { forgetBounces, noteBounce } from "~/platform/mail/bounces.server";
import { DeliveryUnknown, type Letter, type Mail } from "~/platform/mail/mail.server";
import { smtpMail } from "~/platform/mail/smtp.server";
import { type Person, visitor } from "~/platform/services/actor";
import { locks } from "~db/locks";
import { notificationChoices, notificationMails, notifications, people } from "~db/schema";
import { transaction } from "~db/transaction.server";
import type { MailChoice } from "~db/vocabulary/notifications";
import { makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { newsGoesOut, newsIsDue } from "../../support/news";

const at = await house();
const { services, mails } = at;
const { db } = services;

const KIND = "networks.request-admitted";
const choose = (person: Person, choices: Record<string, MailChoice>) =>
  chooseMails(services, person, { choices, times: usualTimes });

let occasions = 0;
const tell = (person: Person, more: { networkId?: string; network?: string; kind?: string } = {}) =>
  notify(db, [
    {
      personId: person.id,
      kind: more.kind ?? KIND,
      occasion: `occasion-${++occasions}`,
      details: { network: more.network ?? `Network ${occasions}` },
      path: "/networks",
      ...(more.networkId ? { networkId: more.networkId } : {}),
    },
  ]);

const mailsTo = async ({ email }: Person) => (await mails()).filter(({ recipient }) => recipient === email);
const rowsOf = ({ id }: Person) => db.select().from(notifications).where(eq(notifications.personId, id));
const outcomesOf = async ({ id }: Person) =>
  (await db.select().from(notificationMails).where(eq(notificationMails.personId, id))).map(
    ({ outcome }) => outcome,
  );

/** The mails of a person that wait to be sent. */
async function gathered(person: Person): Promise<string[]> {
  await newsIsDue(db);
  await gatherMails(db);
  const rows = await db.select().from(notificationMails).where(eq(notificationMails.personId, person.id));
  return rows.map(({ id }) => id);
}

/** Mail that does as told. */
const madeOf = (send: (letter: Letter) => Promise<void>, recognisesRepeats = false) => ({
  ...services,
  mail: { send, recognisesRepeats, close: async () => undefined } satisfies Mail,
});

it("goes to nobody whose mail comes back: the news stands on the site, and what comes later goes again", async () => {
  const [stopped, other] = [await makePerson(services), await makePerson(services)];
  await noteBounce(db, stopped.email, { kind: "permanent", code: "5.1.1", said: "no such mailbox" });
  for (const person of [stopped, other]) await tell(person);
  await newsGoesOut(at);
  expect(await mailsTo(stopped)).toEqual([]);
  expect(await mailsTo(other)).toHaveLength(1);
  expect(await rowsOf(stopped)).toMatchObject([{ readAt: null, mailDueAt: null }]);
  await forgetBounces(db, stopped.email);
  await tell(stopped);
  await newsGoesOut(at);
  expect(await mailsTo(stopped)).toHaveLength(1);
});

describe("a mail for each", () => {
  it("waits two minutes, and is not sent when it was read on the site meanwhile", async () => {
    const [reader, other] = [await makePerson(services), await makePerson(services)];
    for (const person of [reader, other]) await tell(person);
    await gatherMails(db);
    await at.runJobs();
    for (const person of [reader, other]) expect(await mailsTo(person)).toEqual([]);
    await markRead(services, reader);
    await newsGoesOut(at);
    expect(await mailsTo(reader)).toEqual([]);
    expect(await mailsTo(other)).toHaveLength(1);
  });

  it("is not sent when it was read between the gathering and the sending", async () => {
    const person = await makePerson(services);
    await tell(person);
    const [mailId] = await gathered(person);
    await markRead(services, person);
    await sendNewsMail(services, { mailId: mailId! });
    expect(await mailsTo(person)).toEqual([]);
    expect(await outcomesOf(person)).toEqual(["needless"]);
  });

  it("is not sent to who has turned the kind off, nor to an address that is not confirmed", async () => {
    const [off, unconfirmed] = [await makePerson(services), await makePerson(services)];
    await choose(off, { [KIND]: "never" });
    await db.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, unconfirmed.id));
    for (const person of [off, unconfirmed]) await tell(person);
    await newsGoesOut(at);
    for (const person of [off, unconfirmed]) {
      expect(await mailsTo(person)).toEqual([]);
      expect((await rowsOf(person)).map(({ mailDueAt }) => mailDueAt)).toEqual([null]);
    }
  });
});

describe("a digest", () => {
  it("holds everything unread, under its networks, in the person's language, with one way to stop it", async () => {
    const person = await makePerson(services, { locale: "fr" });
    await choose(person, { [KIND]: "daily", "networks.appointment-ended": "weekly" });
    const network = await makeNetwork(services, { name: "Vallée <claire>" });
    await tell(person, { networkId: network.id, network: "Vallée <claire>" });
    await tell(person, { network: "Sans réseau" });
    await tell(person, {
      networkId: network.id,
      network: "Vallée <claire>",
      kind: "networks.appointment-ended",
    });
    await newsGoesOut(at);
    const [mail, ...more] = await mailsTo(person);
    expect(more).toEqual([]);
    expect(mail!.subject).toBe("Votre journée : 3 nouveautés");
    expect(mail!.text).toContain("Vallée <claire>\n* ");
    expect(mail!.text.indexOf("Vallée <claire>\n* ")).toBeLessThan(
      mail!.text.indexOf("Hors de vos réseaux\n* "),
    );
    expect(mail!.html).toContain("Vallée &lt;claire&gt;");
    expect(mail!.html).toContain("prefers-color-scheme:dark");
    expect(mail!.text.match(/\/unsubscribe\//g)).toHaveLength(1);
  });

  it("is not sent when all was read on the site, nor when there is nothing", async () => {
    const [reader, idle] = [await makePerson(services), await makePerson(services)];
    for (const person of [reader, idle]) await choose(person, { [KIND]: "daily" });
    await tell(reader);
    await tell(reader);
    await markRead(services, reader);
    await newsGoesOut(at);
    for (const person of [reader, idle]) expect(await mailsTo(person)).toEqual([]);
  });

  it("tells nothing that an earlier one has told", async () => {
    const person = await makePerson(services);
    await choose(person, { [KIND]: "daily" });
    await tell(person, { network: "The first" });
    await newsGoesOut(at);
    await tell(person, { network: "The second" });
    await newsGoesOut(at);
    const [second, first] = await mailsTo(person);
    expect(first!.text).toContain("The first");
    expect(second!.text).not.toContain("The first");
  });
});

it("is gathered while the search index is being written", async () => {
  const person = await makePerson(services);
  await tell(person);
  await transaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${locks.searchWriting})`);
    expect(await gathered(person)).toHaveLength(1);
  });
});

describe("nothing is sent twice", () => {
  it("when it is gathered and sent many times at once", async () => {
    const persons = await Promise.all(Array.from({ length: 12 }, () => makePerson(services)));
    for (const [n, person] of persons.entries()) {
      await choose(person, { [KIND]: n % 2 === 0 ? "daily" : "each" });
      for (let news = 0; news < 3; news++) await tell(person);
    }
    await newsIsDue(db);
    await Promise.all(Array.from({ length: 6 }, () => gatherMails(db)));
    const waiting = await db.select().from(notificationMails).where(sql`done_at is null`);
    await Promise.all(
      waiting.flatMap(({ id }) => [1, 2, 3].map(() => sendNewsMail(services, { mailId: id }))),
    );
    await at.runJobs();
    for (const [n, person] of persons.entries())
      expect(await mailsTo(person)).toHaveLength(n % 2 === 0 ? 1 : 3);
  });

  it("where repeats are not recognised, two at once send once and the second tries later", async () => {
    const person = await makePerson(services);
    await tell(person);
    const [mailId] = await gathered(person);
    const sent: Letter[] = [];
    const slow = madeOf(async (letter) => void sent.push(letter));
    const both = await Promise.allSettled([1, 2].map(() => sendNewsMail(slow, { mailId: mailId! })));
    expect(sent).toHaveLength(1);
    expect(both.filter(({ status }) => status === "rejected").length).toBeLessThanOrEqual(1);
    await sendNewsMail(slow, { mailId: mailId! });
    expect(sent).toHaveLength(1);
    expect(await outcomesOf(person)).toEqual(["sent"]);
  });

  it("after a worker died between beginning and end: not again where it might arrive twice", async () => {
    const person = await makePerson(services);
    await tell(person);
    const [mailId] = await gathered(person);
    const sent: Letter[] = [];
    const house = madeOf(async (letter) => void sent.push(letter));
    const began = (ago: string) =>
      db
        .update(notificationMails)
        .set({ beganAt: sql`now() - ${ago}::interval` })
        .where(eq(notificationMails.id, mailId!));
    await began("1 minute");
    await expect(sendNewsMail(house, { mailId: mailId! })).rejects.toThrow("somebody else");
    await began("6 minutes");
    await sendNewsMail(house, { mailId: mailId! });
    expect(sent).toEqual([]);
    expect(await outcomesOf(person)).toEqual(["unknown"]);
    // On the site it is still news.
    expect((await rowsOf(person)).map(({ readAt }) => readAt)).toEqual([null]);
  });

  it("and nothing is lost: a refusal is tried again, a broken connection is not", async () => {
    const [refused, broken] = [await makePerson(services), await makePerson(services)];
    const sent: Letter[] = [];
    await tell(refused);
    await tell(broken);
    const [first] = await gathered(refused);
    const [second] = await gathered(broken);
    const refusing = madeOf(async () => Promise.reject(new Error("come back later")));
    await expect(sendNewsMail(refusing, { mailId: first! })).rejects.toThrow("come back later");
    await sendNewsMail(
      madeOf(async (letter) => void sent.push(letter)),
      { mailId: first! },
    );
    expect(sent.map(({ to, id, once }) => [to, id, once])).toEqual([[refused.email, first, true]]);
    const breaking = madeOf(async () => Promise.reject(new DeliveryUnknown("gone")));
    await sendNewsMail(breaking, { mailId: second! });
    expect(await outcomesOf(broken)).toEqual(["unknown"]);
  });
});

it("by SMTP: the id of the mail, the way to stop it by one click, and that a machine wrote to many", async () => {
  const sources: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      let source = "";
      stream.on("data", (chunk: Buffer) => (source += chunk));
      stream.on("end", () => {
        sources.push(source.replace(/\r\n[ \t]+/g, " "));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const person = await makePerson(services);
  await tell(person);
  const [mailId] = await gathered(person);
  const mail = smtpMail(`smtp://127.0.0.1:${port}`, { mailFrom: "a@b.org", appUrl: "https://b.org" });
  await sendNewsMail({ ...services, mail }, { mailId: mailId! });
  expect(sources).toHaveLength(1);
  for (const line of [
    `Message-ID: <${mailId}@b.org>`,
    "Auto-Submitted: auto-generated",
    "Precedence: bulk",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  ])
    expect(sources[0]).toContain(`${line}\r\n`);
  expect(sources[0]).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/unsubscribe\/[\w.-]+>/m);
  await mail.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

describe("choosing", () => {
  it("keeps only what differs from the usual", async () => {
    const person = await makePerson(services);
    await choose(person, { [KIND]: "weekly", "search.new-found": "each", unheard: "each" });
    const kept = () =>
      db.select().from(notificationChoices).where(eq(notificationChoices.personId, person.id));
    expect((await kept()).map(({ kind, choice }) => [kind, choice])).toEqual([[KIND, "weekly"]]);
    await choose(person, { [KIND]: "each" });
    expect(await kept()).toEqual([]);
  });

  it("moves what already waits", async () => {
    const person = await makePerson(services);
    await tell(person);
    await choose(person, { [KIND]: "weekly" });
    const [weekly] = await rowsOf(person);
    expect(weekly!.rhythm).toBe("weekly");
    expect(weekly!.mailDueAt!.getTime()).toBeGreaterThan(Date.now() + 180_000);
    await choose(person, { [KIND]: "never" });
    expect((await rowsOf(person))[0]).toMatchObject({ rhythm: null, mailDueAt: null });
  });

  it("is refused to a visitor, and a time zone the database does not know is refused at its field", async () => {
    await expect(chooseMails(services, visitor, { choices: {}, times: usualTimes })).rejects.toThrow();
    const person = await makePerson(services);
    const times = { ...usualTimes, timeZone: "Atlantis/Capital" };
    await expect(chooseMails(services, person, { choices: {}, times })).rejects.toMatchObject({
      field: "timeZone",
    });
  });
});

it("who is due is found by an index that holds only what waits", async () => {
  const { rows } = await transaction(db, async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ "QUERY PLAN": string }>(
      sql`explain select person_id from notifications where mail_due_at <= now() order by mail_due_at limit 1000`,
    );
  });
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("notifications_mail_due");
  const settled = await db
    .select()
    .from(notifications)
    .where(and(isNotNull(notifications.mailDueAt), isNotNull(notifications.mailId)));
  expect(settled).toEqual([]);
});

it("what is kept of mails goes after a quarter of a year, the news stays", async () => {
  const person = await makePerson(services);
  await tell(person);
  await newsGoesOut(at);
  await db.update(notificationMails).set({ createdAt: sql`now() - interval '91 days'` });
  await removeOldNotifications(db);
  expect(await outcomesOf(person)).toEqual([]);
  expect(await rowsOf(person)).toHaveLength(1);
});
