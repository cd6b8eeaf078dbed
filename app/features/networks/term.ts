import type { CoordinatorDuty } from "~db/vocabulary/networks";

/** An appointment as the rules need it. `startsOn` and `endsOn` are days, "2026-08-31"; both belong to the term. */
export type Appointment = { duty: CoordinatorDuty; startsOn: string; endsOn: string; endedAt: Date | null };

/** The longest term somebody can be appointed for, in years; then it has to be thought about again. */
export const LONGEST_TERM_YEARS = 3;

/** The day of a moment, in UTC: a term ends at the same instant for everybody. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Whether an appointment gives its rights on a day. */
export const holdsOn = (appointment: Appointment, today: string): boolean =>
  appointment.endedAt === null && appointment.startsOn <= today && today <= appointment.endsOn;

/** The same day some years later; 29 February becomes 28 February where there is none. */
export function yearsLater(day: string, years: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year + years, month - 1, Math.min(date, lastOfMonth))));
}

/** The last day a term that starts today may have. */
export const latestEnd = (today: string): string => yearsLater(today, LONGEST_TERM_YEARS);

/** What a form proposes: the first 31 August at least a year away, for networks think in school years. */
export function usualEnd(today: string): string {
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) > "08-31" ? year + 2 : year + 1}-08-31`;
}

/** Whole days between two days or moments, never below 0. */
export const daysBetween = (from: Date, until: Date): number =>
  Math.max(0, Math.floor((until.getTime() - from.getTime()) / 86_400_000));

/**
 * Why a network cannot do without one of its coordinators: they lead it, or they are the last.
 * @returns null when it can
 */
export function whyNeeded(
  current: { personId: string; duty: CoordinatorDuty }[],
  personId: string,
): "lead" | "last" | null {
  const own = current.find((coordinator) => coordinator.personId === personId);
  if (!own) return null;
  if (own.duty === "lead") return "lead";
  return current.length === 1 ? "last" : null;
}

/** Whole days from today until the last day of a term: 0 on it, below 0 after it. */
export const daysLeft = (endsOn: string, today: string): number =>
  Math.round((Date.parse(endsOn) - Date.parse(today)) / 86_400_000);

/** Days before its end at which a coordinator is reminded of it, once each, the first first. */
export const REMINDERS = [30, 7] as const;

/**
 * Which reminder is to be told today of a term that ends: the nearest one whose day has come. A term that was shorter
 * than that from the start needs none, for whoever was appointed was told its end.
 * @param reminded the last that was told; null for none
 * @returns days before the end, or null
 */
export function reminderDue(
  term: { startsOn: string; endsOn: string; reminded: number | null },
  today: string,
): (typeof REMINDERS)[number] | null {
  const left = daysLeft(term.endsOn, today);
  if (left < 0) return null;
  const reached = REMINDERS.filter((days) => left <= days && daysLeft(term.endsOn, term.startsOn) > days).at(
    -1,
  );
  if (reached === undefined || (term.reminded !== null && term.reminded <= reached)) return null;
  return reached;
}
