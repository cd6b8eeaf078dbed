/** The bands of age that packs and resources are sought by, in years. One ends where the next begins. */
export const ageBands = ["5-7", "7-11", "11-14", "14-18"] as const;

export type AgeBand = (typeof ageBands)[number];

/**
 * The bands a range of ages overlaps by more than its edge: 11 to 14 is that band alone, 9 to 13 is two. A single
 * age counts in the band that begins with it.
 * @param from youngest, in years; null is as young as can be
 * @param to oldest, in years; null is as old as can be; both null is no age at all, and no band
 */
export function ageBandsOf(from: number | null, to: number | null): AgeBand[] {
  if (from === null && to === null) return [];
  const youngest = from ?? 0;
  const oldest = Math.max(to ?? 99, youngest + 1);
  return ageBands.filter((band) => {
    const [start = 0, end = 0] = band.split("-").map(Number);
    return youngest < end && oldest > start;
  });
}
