import { MARK_END, MARK_START, type SearchAnswer } from "./search-engine";

/**
 * A text with the searched words, between marks, in the place of the misspelt ones. Words are pieces between anything
 * that is neither a letter, a mark nor a digit, as the engine cuts them.
 */
export function withMended(text: string, mended: SearchAnswer["mended"]): string {
  const searched = new Map(mended);
  return withoutMarks(text).replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const instead = searched.get(word);
    return instead === undefined ? word : `${MARK_START}${instead}${MARK_END}`;
  });
}

/** The text alone. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(MARK_START, "").replaceAll(MARK_END, "");
