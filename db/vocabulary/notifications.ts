/** How somebody learns by mail of a kind of news. */
export const mailChoices = ["each", "daily", "weekly", "never"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** How a mail of news comes: one for each, or a digest. */
export type MailRhythm = Exclude<MailChoice, "never">;

/**
 * What became of a mail: handed over; begun by somebody who died or lost the connection, so that nobody knows; or not
 * written because nothing in it was news any more.
 */
export type MailOutcome = "sent" | "unknown" | "needless";
