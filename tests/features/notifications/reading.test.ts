import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { removeOldNotifications } from "~/features/notifications/jobs/remove-old.server";
import { wordsOf } from "~/features/notifications/kinds";
import { unreadOf } from "~/features/notifications/list.server";
import { markRead } from "~/features/notifications/operations/mark-read.server";
import { countAll, countUnread, notificationsOf } from "~/features/notifications/queries.server";
import { type News, notify } from "~/features/notifications/telling.server";
import { NotAllowed } from "~/platform/errors/errors";
import { visitor } from "~/platform/services/actor";
import { notifications } from "~db/schema";
import { makePerson } from "../../factories/people";
import { house } from "../../support/house";

const { services } = await house();
const { db } = services;

const news = (personId: string, wanted: Partial<News> = {}): News => ({
  personId,
  kind: "networks.request-admitted",
  occasion: "request-admitted:1",
  details: { network: "Leeds" },
  path: "/networks/leeds",
  ...wanted,
});

describe("telling", () => {
  it("has one effect however often it is done at once, and is each person's own", async () => {
    const [one, other] = [await makePerson(services), await makePerson(services)];
    await Promise.all(Array.from({ length: 20 }, () => notify(db, [news(one.id), news(other.id)])));
    expect(await countUnread(db, one.id)).toBe(1);
    expect(await unreadOf(db, other.id, 5)).toMatchObject([
      { sentence: "You were admitted to Leeds", path: "/networks/leeds", unread: true },
    ]);
  });

  it("refuses a path that leads off the site", async () => {
    const person = await makePerson(services);
    for (const path of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
      await expect(notify(db, [news(person.id, { path })])).rejects.toThrow(TypeError);
    }
    expect(await countAll(db, person.id)).toBe(0);
  });

  it("a kind that is no longer known says so plainly", () => {
    for (const kind of ["networks.gone", "toString", "__proto__"]) {
      expect(wordsOf(kind, {})).toEqual({ sentence: "Something changed", quote: null });
    }
  });
});

describe("reading", () => {
  async function withThree() {
    const person = await makePerson(services);
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));
    await notify(
      db,
      [1, 2, 3].map((number) => news(person.id, { occasion: `n:${number}` })),
    );
    for (const number of [1, 2, 3]) {
      await db
        .update(notifications)
        .set({ createdAt: at(number) })
        .where(eq(notifications.occasion, `n:${number}`));
    }
    return person;
  }

  it("newest first, page by page", async () => {
    const person = await withThree();
    const first = await notificationsOf(db, person.id, { page: 1, perPage: 2 });
    const second = await notificationsOf(db, person.id, { page: 2, perPage: 2 });
    const times = [...first, ...second].map(({ createdAt }) => createdAt.getUTCMinutes());
    expect(times).toEqual([3, 2, 1]);
  });

  it("one, then all; never somebody else's", async () => {
    const [person, other] = [await withThree(), await makePerson(services)];
    await notify(db, [news(other.id)]);
    const [newest] = await notificationsOf(db, person.id, { page: 1, perPage: 1 });
    await markRead(services, other, { id: newest!.id });
    expect(await countUnread(db, person.id)).toBe(3);
    await markRead(services, person, { id: newest!.id });
    expect(await countUnread(db, person.id)).toBe(2);
    await markRead(services, person);
    expect(await countUnread(db, person.id)).toBe(0);
    expect(await countUnread(db, other.id)).toBe(1);
  });

  it("is refused to a visitor", async () => {
    await expect(markRead(services, visitor)).rejects.toThrow(NotAllowed);
  });

  it("the old ones go", async () => {
    const person = await withThree();
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const set = (number: number, values: Partial<typeof notifications.$inferInsert>) =>
      db
        .update(notifications)
        .set(values)
        .where(eq(notifications.occasion, `n:${number}`));
    await set(1, { readAt: daysAgo(181) });
    await set(2, { readAt: daysAgo(179), createdAt: daysAgo(200) });
    await set(3, { createdAt: daysAgo(800) });
    await removeOldNotifications(db);
    expect(
      (await notificationsOf(db, person.id, { page: 1, perPage: 9 })).map(({ readAt }) => readAt === null),
    ).toEqual([false]);
  });
});
