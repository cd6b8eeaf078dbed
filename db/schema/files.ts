import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment } from "./columns";

/**
 * Every file that may lie in the file storage. A row is written before its file and goes after it, so that no file is
 * ever forgotten.
 */
export const storedFiles = pgTable(
  "stored_files",
  {
    key: text().primaryKey(),
    /** What belongs together: the sizes of one picture. Whoever keeps files names them by it. */
    batch: uuid().notNull(),
    /** From when on it may be removed; null while a row names its batch. */
    unwantedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index("stored_files_batch").on(t.batch),
    index("stored_files_unwanted").on(t.unwantedAt).where(sql`${t.unwantedAt} is not null`),
    check("stored_files_key_form", sql`${t.key} ~ '^[a-z0-9-]+(/[a-z0-9-]+)*[.][a-z0-9]+$'`),
  ],
);
