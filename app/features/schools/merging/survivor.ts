import type { SchoolColumnChanges } from "~db/schema";

/** What of a school may fill a gap in another. */
export type FillingSchool = {
  registerId: string | null;
  town: string;
  postcode: string;
  localAuthority: string | null;
  phase: string | null;
  type: string | null;
  address: string | null;
  disadvantageDecile: number | null;
};

const filledColumns = [
  "registerId",
  "town",
  "postcode",
  "localAuthority",
  "phase",
  "type",
  "address",
  "disadvantageDecile",
] as const satisfies (keyof FillingSchool)[];

/**
 * What the surviving school takes over: only what it does not tell itself, the number in the register among it, so that
 * the next import finds the survivor by it.
 */
export function fillGaps(survivor: FillingSchool, loser: FillingSchool): SchoolColumnChanges {
  const changes: SchoolColumnChanges = {};
  for (const column of filledColumns) {
    const [from, to] = [survivor[column], loser[column]];
    if ((from === null || from === "") && to !== null && to !== "") changes[column] = { from, to };
  }
  return changes;
}

/** What an undo puts back: what the merge had filled and nobody has changed since. */
export function unfilled(survivor: FillingSchool, changes: SchoolColumnChanges): Partial<FillingSchool> {
  return Object.fromEntries(
    filledColumns
      .filter((column) => changes[column] && changes[column].to === survivor[column])
      .map((column) => [column, changes[column]!.from]),
  );
}

/**
 * Which of two schools stays unless somebody says otherwise: the one of the register; of two alike the open one, then the
 * one with more teachers, then the older one.
 */
export function likelySurvivor<
  School extends {
    id: string;
    registerId: string | null;
    closed: boolean;
    teachers: number;
    createdAt: Date;
  },
>(one: School, other: School): School {
  const rank = ({ registerId, closed, teachers, createdAt }: School) =>
    [registerId === null ? 1 : 0, closed ? 1 : 0, -teachers, createdAt.getTime()] as const;
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 || a[at]! < b[at]! ? one : other;
}
