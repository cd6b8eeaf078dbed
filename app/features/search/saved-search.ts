import { z } from "zod";

/** Most searches one person keeps. */
export const MOST_SAVED = 25;

/** Longest name, in characters. */
const LONGEST_NAME = 100;

/** Longest address, path and query: what a link of this site may have. */
export const LONGEST_ADDRESS = 2_048;

/** One line; what cannot be seen is taken out, for names stand in subjects of mails. */
const name = z
  .string()
  .transform((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, " ").trim())
  .pipe(z.string().min(1, "search_saved_name_missing").max(LONGEST_NAME, "search_saved_name_long"));

/** What "Save this search" sends: the page's path, its query, and what the search shall be called. */
export const saveForm = z.object({
  path: z.string().max(100, "search_saved_unknown"),
  query: z.string().max(LONGEST_ADDRESS * 2, "search_saved_long"),
  name,
});

export const renameForm = z.object({ id: z.uuid("error_not_found"), name });

export const deleteForm = z.object({ id: z.uuid("error_not_found") });
