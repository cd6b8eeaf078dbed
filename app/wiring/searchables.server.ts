/** Every kind of record that can be found, one line a feature. */
export const searchables = [] as const;
