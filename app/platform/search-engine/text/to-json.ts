/** JSON that databases take. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === "string" ? storable(inner) : inner));

/** Text that databases take: they refuse NUL and halves of surrogate pairs. */
export const storable = (text: string): string =>
  text.isWellFormed() && !text.includes("\0") ? text : text.replace(/[\0\p{Cs}]/gu, " ");
