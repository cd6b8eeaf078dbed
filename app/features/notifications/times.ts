/** When mails of news may come to somebody. All hours are of their time zone. */
export type Times = {
  /** An IANA name such as "Asia/Phnom_Penh". */
  timeZone: string;
  /** Of the daily and the weekly mail, 0 to 23. */
  hour: number;
  /** Of the weekly mail; 1 is Monday. */
  weekday: number;
  /** Nothing is sent from the one hour to the other; null for none. */
  quiet: { from: number; to: number } | null;
};

/** For who has said nothing. */
export const usualTimes: Times = { timeZone: "UTC", hour: 7, weekday: 1, quiet: null };

/** Whether a text is a time zone by name: no offsets, nothing longer than any name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]\w*(\/[A-Za-z][\w+-]*){0,2}$/.test(name) || name.length > 60) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Every time zone one can choose, by name, and what was chosen even where it is an older name. */
export const timeZones = (chosen: string): string[] =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen])].sort();
