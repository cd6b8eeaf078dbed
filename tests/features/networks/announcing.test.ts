import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { registerVerifiedPeople } from "~/features/accounts/index.server";
import { announcementsOf } from "~/features/networks/announcements.server";
import { announceForm } from "~/features/networks/announcing";
import { leaveNetwork } from "~/features/networks/operations/leave-network.server";
import { postAnnouncement } from "~/features/networks/operations/post-announcement.server";
import { takeBackAnnouncement } from "~/features/networks/operations/take-back-announcement.server";
import { chooseMails } from "~/features/notifications/operations/choose-mails.server";
import { tellOfAnnouncement } from "~/features/notifications/reactions/networks.server";
import { usualTimes } from "~/features/notifications/times";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { type Person, system, visitor } from "~/platform/services/actor";
import { announcements, auditEntries, memberships, notifications } from "~db/schema";
import { makeCoordinator, makeMember, makeNetwork } from "../../factories/networks";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";
import { newsGoesOut } from "../../support/news";

const at = await house();
const { services } = at;
const { db } = services;

const words = { title: "The hall is ours", body: "On Thursday.\n\nSee https://hall.example/plan." };

async function led() {
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const member = await makeMember(services, network.slug);
  await newsGoesOut(at);
  return { network, lead, member };
}

const post = (actor: Parameters<typeof postAnnouncement>[1], slug: string, more = {}, now?: Date) =>
  postAnnouncement(services, actor, { slug, ...words, ...more }, now);

const toldTo = (person: Person) =>
  db.select().from(notifications).where(eq(notifications.personId, person.id));
const mailsTo = async ({ email }: Person) =>
  (await at.mails()).filter(
    ({ recipient, subject }) => recipient === email && subject.startsWith("Announcement"),
  );
const auditedActs = async (networkId: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.subjectId, networkId))).map(({ act }) => act);

describe("posting an announcement", () => {
  it("reaches every member once, on the site and by mail with all its words, and is audited", async () => {
    const { network, lead, member } = await led();
    const [quiet, gone] = [
      await makeMember(services, network.slug),
      await makeMember(services, network.slug),
    ];
    await leaveNetwork(services, gone, network);
    await chooseMails(services, quiet, { choices: { "networks.announced": "never" }, times: usualTimes });
    const announcementId = await post(lead, network.slug);
    await newsGoesOut(at);
    await tellOfAnnouncement(services, { announcementId });
    await newsGoesOut(at);
    for (const person of [lead, member]) {
      const [mail, ...more] = await mailsTo(person);
      expect(more).toEqual([]);
      expect(mail!.text).toContain("On Thursday.\n\nSee https://hall.example/plan.");
    }
    for (const person of [lead, member, quiet])
      expect((await toldTo(person)).filter(({ kind }) => kind === "networks.announced")).toHaveLength(1);
    expect(await mailsTo(quiet)).toEqual([]);
    expect((await toldTo(gone)).filter(({ kind }) => kind === "networks.announced")).toEqual([]);
    expect(await auditedActs(network.id)).toContain("announcement posted");
  });

  it("is for who coordinates this network now, and for administrators", async () => {
    const { network, lead, member } = await led();
    const elsewhere = (await led()).lead;
    const later = new Date(Date.now() + 366 * 86_400_000);
    for (const actor of [visitor, member, elsewhere])
      await expect(post(actor, network.slug)).rejects.toThrow(NotAllowed);
    await expect(post(lead, network.slug, {}, later)).rejects.toThrow(NotAllowed);
    await expect(post(lead, "no-such-network")).rejects.toThrow(NotFound);
    await post(await makePerson(services, { siteRoles: ["administrator"] }), network.slug);
  });

  it("twenty times at once has one effect; two a day is the most, what was taken back counts", async () => {
    const { network, lead } = await led();
    const ids = await Promise.all(Array.from({ length: 20 }, () => post(lead, network.slug)));
    expect(new Set(ids).size).toBe(1);
    await takeBackAnnouncement(services, lead, { slug: network.slug, announcementId: ids[0]! });
    const outcomes = await Promise.allSettled(
      ["b", "c", "d"].map((title) => post(lead, network.slug, { title })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(post(lead, network.slug, { title: "e" })).rejects.toMatchObject({
      code: "networks_announce_most",
    });
    await post(lead, network.slug, { title: "e" }, new Date(Date.now() + 25 * 3_600_000));
  });

  it("has a title and a text within bounds", () => {
    const read = (more: Record<string, string>) => announceForm.safeParse({ ...words, ...more });
    expect(read({ title: " two \n lines ", body: "a\r\nb" }).data).toMatchObject({
      ...{ title: "two lines", body: "a\nb", intent: "preview" },
    });
    const wrongs: Record<string, string>[] = [
      { title: "" },
      { title: "x".repeat(121) },
      { body: " \n" },
      { body: "x".repeat(5_001) },
    ];
    for (const wrong of wrongs) expect(read(wrong).success).toBe(false);
  });
});

describe("taking an announcement back", () => {
  it("removes it from the site and from mails that have not gone out; what went out stays", async () => {
    const { network, lead, member } = await led();
    const announcementId = await post(lead, network.slug);
    await at.runJobs();
    await takeBackAnnouncement(services, lead, { slug: network.slug, announcementId });
    await takeBackAnnouncement(services, lead, { slug: network.slug, announcementId });
    await newsGoesOut(at);
    expect(await mailsTo(member)).toEqual([]);
    expect((await toldTo(member)).filter(({ kind }) => kind === "networks.announced")).toEqual([]);
    expect(await announcementsOf(db, network.id, { page: 1, perPage: 10 })).toEqual([]);
    expect((await auditedActs(network.id)).filter((act) => act === "announcement taken back")).toHaveLength(
      1,
    );
    const second = await post(lead, network.slug, { title: "Another" });
    await newsGoesOut(at);
    await takeBackAnnouncement(services, lead, { slug: network.slug, announcementId: second });
    await newsGoesOut(at);
    expect(await mailsTo(member)).toHaveLength(1);
  });

  it("is refused to others, and one of another network is not found", async () => {
    const { network, lead, member } = await led();
    const other = await led();
    const announcementId = await post(lead, network.slug);
    const back = (actor: Parameters<typeof post>[0], slug: string, id = announcementId) =>
      takeBackAnnouncement(services, actor, { slug, announcementId: id });
    await expect(back(visitor, network.slug)).rejects.toThrow(NotAllowed);
    await expect(back(member, network.slug)).rejects.toThrow(NotAllowed);
    await expect(back(other.lead, network.slug)).rejects.toThrow(NotFound);
    await expect(back(other.lead, other.network.slug)).rejects.toThrow(NotFound);
    await expect(back(lead, network.slug, "no id")).rejects.toThrow(NotFound);
    const [row] = await db.select().from(announcements).where(eq(announcements.id, announcementId));
    expect(row!.takenBackAt).toBe(null);
  });

  it("is not told to who leaves before the mail goes out", async () => {
    const { network, lead, member } = await led();
    await post(lead, network.slug);
    await at.runJobs();
    await leaveNetwork(services, member, network);
    await newsGoesOut(at);
    expect(await mailsTo(member)).toEqual([]);
    expect(await mailsTo(lead)).toHaveLength(1);
  });
});

it("tells a network of thousands in portions, each member once, also when two do it at once", async () => {
  const { network, lead } = await led();
  const ids = await registerVerifiedPeople(
    services,
    system,
    Array.from({ length: 4_500 }, (_, n) => ({ name: "Many", email: `many-${n}@example.org` })),
  );
  for (let from = 0; from < ids.length; from += 1_500)
    await db
      .insert(memberships)
      .values(ids.slice(from, from + 1_500).map((personId) => ({ networkId: network.id, personId })));
  const announcementId = await post(lead, network.slug);
  await Promise.all([1, 2].map(() => tellOfAnnouncement(services, { announcementId })));
  const [told] = await db
    .select({ rows: sql<number>`count(*)`, people: sql<number>`count(distinct person_id)` })
    .from(notifications)
    .where(eq(notifications.occasion, `announced:${announcementId}`));
  expect(told).toEqual({ rows: 4_502, people: 4_502 });
});
