/** A register was read in and something in the country's schools is new or different. */
export type SchoolsImported = { kind: "schools.imported"; country: string };

/** One school was added or changed by hand. */
export type SchoolsChanged = { kind: "schools.changed"; country: string };
