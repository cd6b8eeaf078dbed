/** The school subjects a pack or resource can belong to. Each has its own cover colour. */
export const subjects = [
  "physics",
  "chemistry",
  "biology",
  "mathematics",
  "computing",
  "design-and-technology",
  "geography",
] as const;

export type Subject = (typeof subjects)[number];
