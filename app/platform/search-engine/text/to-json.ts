/** JSON that databases take: they refuse NUL and halves of surrogate pairs. */
export const toJson = (rows: unknown): string =>
  JSON.stringify(rows, (_, value) =>
    typeof value === "string" ? value.replace(/[\0\p{Cs}]/gu, " ") : value,
  );
