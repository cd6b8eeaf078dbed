import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueAt } from "~/features/notifications/due.server";
import type { Times } from "~/features/notifications/times";
import type { MailRhythm } from "~db/vocabulary/notifications";
import { house } from "../../support/house";

const { services } = await house();

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Asked = { rhythm: MailRhythm; now: Date; times: Times };

/** When news that comes now is mailed, as the database says it, for many at a time. */
async function duesOf(asked: Asked[]): Promise<Date[]> {
  const rows = asked.map(({ rhythm, now, times: { timeZone, hour, weekday, quiet } }, n) => ({
    ...{ n, rhythm, now, time_zone: timeZone, hour, weekday },
    ...{ quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null },
  }));
  const due: SQL = dueAt(sql`times.rhythm`, sql`times.now`);
  const found = await services.db.execute<{ due: string }>(sql`
    select extract(epoch from ${due}) * 1000 as due
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as times(n int, rhythm text, now timestamptz,
      time_zone text, hour smallint, weekday smallint, quiet_from smallint, quiet_to smallint)
    order by times.n`);
  return found.rows.map((row) => new Date(Number(row.due)));
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What the clock on somebody's wall shows. */
function wall(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const hour = Number(part("hour"));
  return { hour, minute: Number(part("minute")), weekday: weekdays.indexOf(part("weekday")) + 1 };
}

const inQuiet = ({ from, to }: { from: number; to: number }, hour: number) =>
  from < to ? hour >= from && hour < to : hour >= from || hour < to;

// Half hours, quarter hours, both hemispheres, half an hour of daylight saving, none, and far ends of the day.
const zone = fc.constantFrom(
  ...["Europe/London", "Europe/Paris", "Asia/Phnom_Penh", "America/St_Johns", "Australia/Lord_Howe", "UTC"],
  ...["Asia/Kathmandu", "America/New_York", "Pacific/Kiritimati", "Pacific/Chatham", "Africa/Cairo"],
);
const hour = fc.integer({ min: 0, max: 23 });
const asked: fc.Arbitrary<Asked> = fc.record({
  rhythm: fc.constantFrom("each" as const, "daily" as const, "weekly" as const),
  now: fc.oneof(
    fc.date({ min: new Date("2024-01-01"), max: new Date("2029-01-01"), noInvalidDate: true }),
    // Around the Sundays on which clocks change.
    fc
      .tuple(
        fc.constantFrom("2026-03-29T01:00Z", "2026-10-25T01:00Z", "2026-03-08T07:00Z", "2026-11-01T06:00Z"),
        fc.integer({ min: -30 * 60, max: 30 * 60 }),
      )
      .map(([day, minutes]) => new Date(Date.parse(day) + minutes * MINUTE)),
  ),
  times: fc.record({
    timeZone: zone,
    hour,
    weekday: fc.integer({ min: 1, max: 7 }),
    quiet: fc.option(
      fc
        .tuple(hour, hour)
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => ({ from, to })),
    ),
  }),
});

/** Whether the wall clock shows this hour at all on the day of a moment: daylight saving skips one a year. */
function isSkipped(at: Date, timeZone: string, hour: number): boolean {
  for (let minutes = -DAY; minutes <= DAY; minutes += 15 * MINUTE) {
    const then = new Date(at.getTime() + minutes);
    const sameDay = then.toLocaleDateString("en", { timeZone }) === at.toLocaleDateString("en", { timeZone });
    const shown = wall(then, timeZone);
    if (sameDay && shown.hour === hour && shown.minute === 0) return false;
  }
  return true;
}

describe("when news is mailed", () => {
  it("digests at the person's hour, never later than the next day or week, whatever clocks do", async () => {
    const cases = fc.sample(asked, { numRuns: 3_000, seed: 20_261_128 });
    const dues = await duesOf(cases);
    for (const [n, { rhythm, now, times }] of cases.entries()) {
      const due = dues[n]!;
      const said = JSON.stringify({ rhythm, now, times, due });
      const shown = wall(due, times.timeZone);
      expect(due.getTime(), said).toBeGreaterThan(now.getTime());
      if (rhythm === "each") {
        const soonest = now.getTime() + 2 * MINUTE;
        expect(due.getTime(), said).toBeGreaterThanOrEqual(soonest);
        if (times.quiet === null || !inQuiet(times.quiet, wall(new Date(soonest), times.timeZone).hour))
          expect(due.getTime(), said).toBe(soonest);
        else {
          expect(due.getTime() - now.getTime(), said).toBeLessThan(DAY + 2 * HOUR);
          if (shown.hour !== times.quiet.to)
            expect(isSkipped(due, times.timeZone, times.quiet.to), said).toBe(true);
        }
        continue;
      }
      const longest = rhythm === "daily" ? DAY : 7 * DAY;
      expect(due.getTime() - now.getTime(), said).toBeLessThanOrEqual(longest + HOUR);
      if (rhythm === "weekly") expect(shown.weekday, said).toBe(times.weekday);
      if (shown.hour === times.hour) expect(shown.minute, said).toBe(0);
      else expect(isSkipped(due, times.timeZone, times.hour), said).toBe(true);
    }
  });

  it("a digest comes once a day: asked at the moment it is due, the next is a day later", async () => {
    const cases = fc
      .sample(asked, { numRuns: 1_000, seed: 7 })
      .map((one) => ({ ...one, rhythm: "daily" as const }));
    const dues = await duesOf(cases);
    const next = await duesOf(cases.map((one, n) => ({ ...one, now: dues[n]! })));
    for (const [n, { times, now }] of cases.entries()) {
      const gap = next[n]!.getTime() - dues[n]!.getTime();
      expect(Math.abs(gap - DAY), JSON.stringify({ times, now })).toBeLessThanOrEqual(HOUR);
    }
  });

  it.each([
    [
      "07:00 in London, in winter and in summer",
      "daily",
      "2026-01-10T12:00Z",
      "Europe/London",
      "2026-01-11T07:00Z",
    ],
    ["07:00 in London, in summer", "daily", "2026-07-10T12:00Z", "Europe/London", "2026-07-11T06:00Z"],
    ["the day clocks go forward", "daily", "2026-03-28T12:00Z", "Europe/London", "2026-03-29T06:00Z"],
    ["the day they go back", "daily", "2026-10-24T12:00Z", "Europe/London", "2026-10-25T07:00Z"],
    ["the same morning, in Cambodia", "daily", "2026-06-01T23:00Z", "Asia/Phnom_Penh", "2026-06-02T00:00Z"],
    ["the next Monday", "weekly", "2026-06-02T12:00Z", "Europe/Paris", "2026-06-08T05:00Z"],
  ] as const)("%s", async (_what, rhythm, now, timeZone, due) => {
    const times = { timeZone, hour: 7, weekday: 1, quiet: null };
    expect(await duesOf([{ rhythm, now: new Date(now), times }])).toEqual([new Date(due)]);
  });

  it.each([
    ["evening to morning", "2026-06-01T22:30Z", { from: 22, to: 6 }, "2026-06-02T06:00Z"],
    ["after midnight", "2026-06-02T03:00Z", { from: 22, to: 6 }, "2026-06-02T06:00Z"],
    ["within a day", "2026-06-02T09:00Z", { from: 8, to: 16 }, "2026-06-02T16:00Z"],
    ["when they are over", "2026-06-02T16:00Z", { from: 8, to: 16 }, "2026-06-02T16:02Z"],
  ])("quiet hours: %s", async (_what, now, quiet, due) => {
    const times = { timeZone: "UTC", hour: 7, weekday: 1, quiet };
    expect(await duesOf([{ rhythm: "each", now: new Date(now), times }])).toEqual([new Date(due)]);
  });
});
