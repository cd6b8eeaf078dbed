import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { registerVerifiedPeople } from "~/features/accounts/index.server";
import { postAnnouncement } from "~/features/networks/operations/post-announcement.server";
import { enqueue } from "~/platform/jobs/jobs.server";
import { system } from "~/platform/services/actor";
import { keptMails, memberships, notificationMails, notifications } from "~db/schema";
import { makeCoordinator, makeNetwork } from "../../factories/networks";
import { house } from "../../support/house";
import { newsIsDue } from "../../support/news";
import { printed, runScript } from "../../support/process";

/** TEST_MEMBERS=10000 asks for a large network; it takes minutes. */
const MEMBERS = Number(process.env.TEST_MEMBERS ?? 400);

// Jobs of the dead are freed after twenty seconds at the earliest, and looked for every twenty.
it("an announcement reaches each of its members exactly once, however often the worker is killed", {
  timeout: 240_000 + MEMBERS * 100,
}, async () => {
  const { services, databaseUrl, runJobs } = await house();
  const { db } = services;
  const startWorker = async () => {
    const worker = runScript("worker", [], { DATABASE_URL: databaseUrl });
    await printed(worker, "The worker is ready");
    return worker;
  };
  const network = await makeNetwork(services);
  const lead = await makeCoordinator(services, network.slug);
  const ids = await registerVerifiedPeople(
    services,
    system,
    Array.from({ length: MEMBERS - 1 }, (_, n) => ({ name: "Reader", email: `reader-${n}@example.org` })),
  );
  await db.insert(memberships).values(ids.map((personId) => ({ networkId: network.id, personId })));
  await runJobs();
  // What the appointment has told waits for no mail here.
  await db.update(notifications).set({ readAt: new Date() });

  const words = { title: "The hall is ours", body: "On Thursday." };
  const announcementId = await postAnnouncement(services, lead, { slug: network.slug, ...words });
  const told = () => db.$count(notifications, eq(notifications.occasion, `announced:${announcementId}`));
  const sent = () => db.$count(keptMails, sql`once_id is not null`);

  // Killed while it tells the members, or shortly before or after.
  const first = await startWorker();
  first.child.kill("SIGKILL");
  await first.ended;
  let worker = await startWorker();
  await expect.poll(told, { timeout: 90_000, interval: 100 }).toBe(MEMBERS);

  await newsIsDue(db);
  await enqueue(db, "gather-news-mails", {});
  let killedWhileSending = 0;
  for (const part of [0.1, 0.4, 0.7]) {
    await expect.poll(sent, { timeout: 90_000, interval: 5 }).toBeGreaterThan(MEMBERS * part);
    worker.child.kill("SIGKILL");
    await worker.ended;
    if ((await sent()) < MEMBERS) killedWhileSending += 1;
    worker = await startWorker();
  }
  // Without one, this test would say nothing of the dead.
  expect(killedWhileSending).toBeGreaterThan(0);

  const waiting = () => db.$count(notificationMails, sql`done_at is null`);
  await expect.poll(waiting, { timeout: 150_000 + MEMBERS * 50, interval: 500 }).toBe(0);
  worker.child.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  const mails = await db
    .select({ recipient: keptMails.recipient })
    .from(keptMails)
    .where(sql`once_id is not null`);
  expect(mails).toHaveLength(MEMBERS);
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(MEMBERS);
});
