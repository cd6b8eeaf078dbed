// No form schemas here: the browser needs these, and should not load a validator with them.

/** Most letters at a time, and in a day for one network. */
export const MOST_LETTERS = { atOnce: 100, aDay: 300 } as const;

/** Longest list that is read, in characters: a hundred addresses with long names. */
export const LONGEST_LIST = 30_000;
