/**
 * What schools announce: these are new or say something else now, after a register was read in (imported) or by hand
 * (changed). Ids separated by commas, at most 500.
 */
export type SchoolsFact = {
  kind: "schools.imported" | "schools.changed";
  country: string;
  schoolIds: string;
};
