/** Units in which a quantity of a material is counted. */
export const units = [
  "piece",
  "sheet",
  "metre",
  "gram",
  "millilitre",
  "litre",
  "roll",
  "pair",
  "pack",
] as const;

export type Unit = (typeof units)[number];

/** Units that come whole: half a sheet cannot be bought, half a metre can be cut. */
export const wholeUnits: readonly Unit[] = ["piece", "sheet", "roll", "pair", "pack"];
