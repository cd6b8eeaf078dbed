import { type Unit, wholeUnits } from "~db/vocabulary/units";

/** The class a list is shown for until somebody says another number. */
export const USUAL_PUPILS = 28;

/** As many as one hall holds; a bound keeps amounts readable. */
export const MOST_PUPILS = 300;

/** What a line of a materials list must say to be scaled: quantities in `unit`. */
export type Quantities = { perGroup: number | null; perClass: number | null; unit: Unit };

/** Groups of at most `groupSize` that a class makes. */
export const groupsOf = (pupils: number, groupSize: number): number => Math.ceil(pupils / groupSize);

/**
 * Scales a materials list to a class: what each group needs times the groups, and what the class shares once.
 * @param size.pupils in the class
 * @param size.groupSize pupils in a group
 * @returns each line with `total` in its unit, never less than what is needed (see `roundUp`)
 */
export function scaleMaterials<Line extends Quantities>(
  lines: readonly Line[],
  size: { pupils: number; groupSize: number },
): (Line & { total: number })[] {
  const groups = groupsOf(size.pupils, size.groupSize);
  return lines.map((line) => ({
    ...line,
    total: roundUp(groups * (line.perGroup ?? 0) + (line.perClass ?? 0), line.unit),
  }));
}

/**
 * Rounds a quantity up to what can be bought or measured: whole units to whole numbers, the others to three
 * figures (8.4 m, 252 g, 1240 g).
 */
export function roundUp(quantity: number, unit: Unit): number {
  // Quantities are kept to a thousandth: what lies below comes from binary fractions, such as 7 times 1.2.
  const exact = withoutNoise(quantity);
  if (exact <= 0) return 0;
  if (wholeUnits.includes(unit)) return Math.ceil(exact);
  const figures = Math.max(Math.floor(Math.log10(exact)) + 1, -2);
  // Whole steps are counted, and divided where the step is a fraction: 84 / 10 is 8.4, 84 * 0.1 is not.
  const step = figures - 3;
  const result =
    step >= 0
      ? Math.ceil(exact / 10 ** step) * 10 ** step
      : Math.ceil(withoutNoise(exact * 10 ** -step)) / 10 ** -step;
  return withoutNoise(result);
}

const withoutNoise = (quantity: number) => Math.round(quantity * 1000) / 1000;

/** The number of pupils an address asks for; the usual class when it asks for none that makes sense. */
export function pupilsFrom(wished: string | null): number {
  if (!wished || !/^\d{1,6}$/.test(wished)) return USUAL_PUPILS;
  return Math.min(MOST_PUPILS, Math.max(1, Number(wished)));
}
