/** The most a territory may be made of. */
export const MOST = {
  radiusKm: 300,
  authorities: 100,
  corners: 500,
  /** Of these, so many may be names of places, which have to be looked up one by one. */
  namedCorners: 60,
  /** Of the text that the corners were typed as. */
  characters: 20_000,
  /** Degrees from one end of a border to the other: no region is larger, and no border goes round the Earth. */
  degrees: 20,
} as const;
