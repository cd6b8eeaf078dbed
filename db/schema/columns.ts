import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** Primary key: UUID version 7, so that keys sort by creation time and never tell a count. */
export const key = () => uuid().primaryKey().$defaultFn(v7);

/** A moment in time, with time zone. */
export const moment = () => timestamp({ withTimezone: true, mode: "date" });

export const createdAt = () => moment().notNull().defaultNow();

/** PostgreSQL full-text vector; written by SQL only. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
