import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cockpitForm, welcomeForm } from "~/features/networks/cockpit/cockpit-form";
import { daysBefore, silentBefore, silentFor } from "~/features/networks/cockpit/silence";
import {
  compareUrgency,
  mostUrgentFirst,
  pressures,
  SILENT_DAYS,
  type Urgency,
  urgencyOfNewcomer,
  urgencyOfRequest,
  urgencyOfSilence,
  urgencyOfTerm,
} from "~/features/networks/cockpit/urgency";
import { csv } from "~/features/networks/health/csv";
import { lastQuarters, quarterNumber } from "~/features/networks/health/quarters";
import { FEWEST_SCHOOLS, reachOf } from "~/features/networks/health/reach";
import { daysLeft, REMINDERS, reminderDue } from "~/features/networks/term";

const urgencies = fc.record({
  pressure: fc.constantFrom(...pressures),
  days: fc.nat(1_000),
}) as fc.Arbitrary<Urgency>;

const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("urgency", () => {
  it("orders everything, each in one way only", () => {
    fc.assert(
      fc.property(urgencies, urgencies, urgencies, (a, b, c) => {
        expect(Math.sign(compareUrgency(a, b)) + Math.sign(compareUrgency(b, a))).toBe(0);
        if (compareUrgency(a, b) <= 0 && compareUrgency(b, c) <= 0)
          expect(compareUrgency(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("never falls while somebody waits, or a term comes to its end", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (one, more) => {
        for (const rule of [urgencyOfRequest, urgencyOfNewcomer, urgencyOfSilence])
          expect(compareUrgency(rule(one + more), rule(one))).toBeLessThanOrEqual(0);
        expect(compareUrgency(urgencyOfTerm(one), urgencyOfTerm(one + more))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("puts who waits before who is quiet, and keeps the order of what is alike", () => {
    fc.assert(
      fc.property(fc.array(urgencies), (all) => {
        const sorted = mostUrgentFirst(all.map((urgency, n) => ({ urgency, n })));
        expect(sorted.map(({ n }) => n).sort((a, b) => a - b)).toEqual(all.map((_, n) => n));
        sorted.slice(1).forEach((later, at) => {
          const order = compareUrgency(sorted[at]!.urgency, later.urgency);
          expect(order < 0 || (order === 0 && sorted[at]!.n < later.n)).toBe(true);
        });
      }),
    );
    const [request, silence] = [urgencyOfRequest(0), urgencyOfSilence(900)];
    expect(compareUrgency(request, silence)).toBeLessThan(0);
    expect(urgencyOfRequest(7).pressure).toBe("late");
    expect(urgencyOfTerm(7).pressure).toBe("late");
    expect(urgencyOfTerm(8).pressure).toBe("soon");
  });

  it("calls silent who was last seen more than ninety days ago", () => {
    fc.assert(
      fc.property(days, fc.nat(400), (today, ago) => {
        const seenOn = daysBefore(today, ago);
        expect(silentFor(seenOn, today)).toBe(ago);
        expect(seenOn < silentBefore(today)).toBe(ago > SILENT_DAYS);
      }),
    );
  });
});

describe("reminders", () => {
  it("come once each, whichever days the house stood still", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 400 }),
        fc.uniqueArray(fc.nat(450)),
        (startsOn, length, ran) => {
          const endsOn = daysBefore(startsOn, -length);
          let reminded: number | null = null;
          const told: number[] = [];
          for (const at of ran.sort((a, b) => a - b)) {
            const today = daysBefore(startsOn, -at);
            const due = reminderDue({ startsOn, endsOn, reminded }, today);
            if (due === null) continue;
            expect(daysLeft(endsOn, today)).toBeLessThanOrEqual(due);
            expect(daysLeft(endsOn, today)).toBeGreaterThanOrEqual(0);
            told.push(due);
            reminded = due;
          }
          expect(new Set(told).size).toBe(told.length);
          expect([...told].sort((a, b) => b - a)).toEqual(told);
          const everyDay = ran.length > 0 && length > REMINDERS[0];
          if (everyDay && ran.includes(length)) expect(told.length).toBeGreaterThan(0);
          if (length <= REMINDERS[1]) expect(told).toEqual([]);
        },
      ),
    );
  });
});

describe("quarters", () => {
  it("follow each other without a gap and end with the present one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (today, many) => {
        const quarters = lastQuarters(today, many);
        expect(quarters).toHaveLength(many);
        quarters.slice(1).forEach(({ start }, at) => {
          expect(start).toBe(quarters[at]!.end);
        });
        const last = quarters.at(-1)!;
        expect(last.start <= today && today < last.end).toBe(true);
        for (const { start } of quarters) expect(start).toMatch(/-(01|04|07|10)-01$/);
      }),
    );
    expect(quarterNumber(lastQuarters("2026-12-31", 1)[0]!)).toEqual({ year: 2026, number: 4 });
  });
});

describe("reach", () => {
  it("is a share of the schools with a figure, and nothing where they are too few", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (disadvantaged, others, without) => {
        const withFigure = disadvantaged + others;
        const { share, withoutFigure } = reachOf({
          ...{ schools: withFigure + without, withFigure, disadvantaged },
        });
        expect(withoutFigure).toBe(without);
        if (withFigure < FEWEST_SCHOOLS) {
          expect(share).toBeNull();
          return;
        }
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(share! * withFigure).toBeCloseTo(disadvantaged);
      }),
    );
  });
});

describe("a file of figures", () => {
  it("has no cell that a spreadsheet would run, and loses no text", () => {
    for (const begin of ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
      expect(csv([[`${begin}HYPERLINK("x")`]])).toMatch(/^"'/);
    expect(csv([["a,b", 'say "so"', null, 12, -1]])).toBe('"a,b","say ""so""",,12,-1\r\n');
  });
});

describe("forms of the cockpit", () => {
  it("read a welcome with words or without, and refuse what is too long", () => {
    expect(welcomeForm.parse({ words: " a\r\nb " })).toMatchObject({ words: "a\nb" });
    expect(welcomeForm.parse({ intent: "in-person", words: "left standing" })).toEqual({ words: null });
    for (const words of ["", "  ", "x".repeat(1_001), undefined])
      expect(welcomeForm.safeParse({ words }).success).toBe(false);
    const id = crypto.randomUUID();
    expect(cockpitForm.parse({ requestId: id })).toMatchObject({ intent: "admit" });
    expect(cockpitForm.safeParse({ intent: "let-be", kind: "a b", subjectId: id }).success).toBe(false);
    expect(cockpitForm.safeParse({ intent: "let-be", kind: "terms", subjectId: "1" }).success).toBe(false);
  });
});
