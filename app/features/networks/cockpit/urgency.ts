/**
 * How urgent a need is, the most urgent first. Late: somebody has waited longer than is decent, or a term is nearly over;
 * soon: it has a date, or will be late within days; waiting: somebody waits; quiet: nobody waits, and it is worth a look.
 */
export const pressures = ["late", "soon", "waiting", "quiet"] as const;
export type Pressure = (typeof pressures)[number];

/** `days` grow with urgency: days waited, or days that a deadline has come closer than the first notice of it. */
export type Urgency = { pressure: Pressure; days: number };

/** Days after which a request to join is soon late, and late. */
export const REQUEST_DAYS = { soon: 2, late: 7 } as const;

/** Days since joining from which a welcome is soon late, and until which somebody is a newcomer at all. */
export const NEWCOMER_DAYS = { soon: 7, newcomer: 60 } as const;

/** Whole days without a sign of life that make somebody silent. */
export const SILENT_DAYS = 90;

/** Days before its end from which a term is a need, and from which it presses. */
export const TERM_DAYS = { soon: 30, late: 7 } as const;

const waited = (days: number, from: { soon: number; late?: number }): Urgency => {
  const late = from.late !== undefined && days >= from.late;
  return { pressure: late ? "late" : days >= from.soon ? "soon" : "waiting", days };
};

/** @param days since it was asked */
export const urgencyOfRequest = (days: number): Urgency => waited(days, REQUEST_DAYS);

/** @param days since they joined */
export const urgencyOfNewcomer = (days: number): Urgency => waited(days, NEWCOMER_DAYS);

/** @param daysLeft until the last day of the term; 0 on it */
export const urgencyOfTerm = (daysLeft: number): Urgency => ({
  pressure: daysLeft <= TERM_DAYS.late ? "late" : "soon",
  days: Math.max(0, TERM_DAYS.soon - daysLeft),
});

/** Letters that may not have gone: somebody wanted them to arrive. */
export const urgencyOfUnsentLetters: Urgency = { pressure: "soon", days: 0 };

/** @param days since the last sign of life */
export const urgencyOfSilence = (days: number): Urgency => ({ pressure: "quiet", days });

/**
 * The order of the cockpit: by pressure, then by days; what is alike stays in the order it came in (sorting is stable).
 * @returns below 0 when `a` comes first
 */
export const compareUrgency = (a: Urgency, b: Urgency): number =>
  pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) || b.days - a.days;

/** Everything that came in from several sources, the most urgent first. */
export const mostUrgentFirst = <Item extends { urgency: Urgency }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => compareUrgency(a.urgency, b.urgency));
