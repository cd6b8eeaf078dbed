import { sql } from "drizzle-orm";

/** A condition on `schools`: the record was not merged into another. */
export const isOwnRecord = sql`schools.merged_into is null`;

/** A condition on `schools`: open today, and not merged into another. What is offered, counted and found. */
export const isOffered = sql`(${isOwnRecord} and (schools.closed_on is null or schools.closed_on > current_date))`;
