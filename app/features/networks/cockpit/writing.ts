/** A person hears from the coordinators of a network at most once in so many days, and rests in the cockpit that long. */
export const WRITTEN_DAYS = 30;

/** Members of one school that are written to at once, at most. */
export const MOST_AT_ONCE = 100;

/** Whom a coordinator writes to: one member, or those of a school. */
export type SilentOnes = { personId: string } | { schoolId: string };
