/** A quarter of a calendar year, in UTC. Days such as "2026-07-01". */
export type Quarter = {
  /** Its first day. */
  start: string;
  /** The first day after it. */
  end: string;
};

/** Quarters of the picture, the present one among them. */
export const QUARTERS = 8;

/** The first day of a quarter. @param count quarters since the year 0; 8105 is the second of 2026 */
const dayOfQuarter = (count: number): string =>
  `${String(Math.floor(count / 4)).padStart(4, "0")}-${String((count % 4) * 3 + 1).padStart(2, "0")}-01`;

const countOf = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);

/** The last quarters up to the one a day lies in, the oldest first. */
export function lastQuarters(today: string, many: number = QUARTERS): Quarter[] {
  const last = countOf(today);
  return Array.from({ length: many }, (_, n) => {
    const count = last - many + 1 + n;
    return { start: dayOfQuarter(count), end: dayOfQuarter(count + 1) };
  });
}

/** Year and number (1 to 4) of a quarter. */
export const quarterNumber = ({ start }: Pick<Quarter, "start">): { year: number; number: number } => ({
  year: Number(start.slice(0, 4)),
  number: (countOf(start) % 4) + 1,
});
