import { z } from "zod";

// How the columns of any country's register become a school: what `--mapping` reads. Keys and examples: README.

const text = z.string().max(200);

/** A column: its exact heading, or its position from 1. */
const column = z.union([text.min(1), z.int().min(1).max(1_000)]);

const source = z.union([
  column,
  z.strictObject({
    /** One column, or several whose texts are joined. */
    column: column.optional(),
    columns: z.array(column).min(1).max(20).optional(),
    join: z.string().max(10).optional(),
    /** The same for every row; beside columns, what stands where they are empty. */
    constant: text.optional(),
    /** What a text of the register means: { "Ouvert": "open" }. Others stay as they are. */
    values: z.record(z.string(), text).optional(),
  }),
]);

const condition = z.strictObject({ column, is: z.array(text).min(1).max(500) });

const ascending = (bounds: number[]) => bounds.every((bound, at) => at === 0 || bound > bounds[at - 1]!);

/** How a column becomes the tenth of the country: see `tenthOf`. */
const disadvantage = z.union([
  z.strictObject({ rankOf: z.int().min(10), mostIs: z.enum(["lowest", "highest"]).default("lowest") }),
  z.strictObject({
    scoreBounds: z.array(z.number()).length(9).refine(ascending, "must ascend"),
    mostIs: z.enum(["lowest", "highest"]).default("highest"),
  }),
]);

const isEncoding = (label: string) => {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
};

export const registerMapping = z.strictObject({
  delimiter: z
    .string()
    .length(1)
    .regex(/[^"\r\n]/)
    .optional(),
  encoding: z.string().refine(isEncoding, "is no encoding we know").optional(),
  /** False where the first line is a school; columns then go by position. */
  headings: z.boolean().default(true),
  decimal: z.enum([".", ","]).optional(),
  /** Such as "DD/MM/YYYY", "M/D/YYYY", "YYYYMMDD". */
  dates: z
    .string()
    .regex(/^(?=.*D)(?=.*M)(?=.*Y)(DD?|MM?|YYYY|[-/. ])+$/, "must be made of DD, MM and YYYY")
    .optional(),
  fields: z.strictObject({
    registerId: source,
    name: source,
    town: source.optional(),
    postcode: source.optional(),
    latitude: source.optional(),
    longitude: source.optional(),
    position: source.optional(),
    easting: source.optional(),
    northing: source.optional(),
    localAuthority: source.optional(),
    phase: source.optional(),
    type: source.optional(),
    address: source.optional(),
    closedOn: source.optional(),
    status: source.optional(),
    disadvantageDecile: source.optional(),
  }),
  /** What stands first in a `position` cell. */
  positionOrder: z.enum(["lat,lon", "lon,lat"]).default("lat,lon"),
  disadvantage: disadvantage.optional(),
  /** Rows that are read: all of these conditions hold. */
  only: z.array(condition).max(20).default([]),
  /** Rows that are left out: one of these conditions holds. */
  skip: z.array(condition).max(20).default([]),
  /** Where a row without coordinates is placed by, in this order. */
  positionFrom: z
    .array(z.enum(["postcode", "town"]))
    .max(2)
    .default([]),
});

export type RegisterMapping = z.output<typeof registerMapping>;
export type MappedSource = z.output<typeof source>;
export type MappedColumn = z.output<typeof column>;

/**
 * The tenth of a country's neighbourhoods a rank or a score lies in, 1 the most disadvantaged.
 * A rank r of n, 1 the most disadvantaged: ⌈10 r / n⌉; where the highest is, n + 1 − r stands for r.
 * A score with nine ascending bounds: one more than the bounds below it, counted from the lowest; where the highest score
 * is the most disadvantaged, 11 minus that.
 * @returns null for a rank outside 1 to n
 */
export function tenthOf(value: number, how: NonNullable<RegisterMapping["disadvantage"]>): number | null {
  if ("rankOf" in how) {
    const rank = how.mostIs === "lowest" ? value : how.rankOf + 1 - value;
    return rank >= 1 && rank <= how.rankOf ? Math.ceil((10 * rank) / how.rankOf) : null;
  }
  const fromLowest = 1 + how.scoreBounds.filter((bound) => bound < value).length;
  return how.mostIs === "lowest" ? fromLowest : 11 - fromLowest;
}

/**
 * Checks a mapping as it was read from a file.
 * @returns the mapping, or what is wrong with it, one sentence for each key
 */
export function readMapping(value: unknown): { mapping: RegisterMapping } | { problems: string[] } {
  const read = registerMapping.safeParse(value);
  if (read.success) return { mapping: read.data };
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "mapping"}: ${message}`);
  return { problems: [...new Set(problems)].slice(0, 20) };
}
