/** Most characters of each text of a profile, and most languages one may name. */
export const profileLimits = { offers: 500, wishes: 500, about: 1_000, languages: 20 } as const;
