import { m } from "~/platform/i18n/messages";

export type DateStyle = "date" | "long" | "month" | "time" | "moment" | "exact" | "recent";

export type DateTextProps = {
  /** An instant, as a `Date` or in ISO 8601; a plain day ("2026-12-03") is shown as that day everywhere. */
  value: Date | string;
  locale: string;
  /**
   * date: 3 Dec 2026; long: Thursday 3 December 2026; month: Dec 2026; time: 16:30; moment: Thu 3 Dec, 16:30;
   * exact: 3 Dec 2026, 16:30:05; recent: "today 08:12", "Mon 16:20", later 3 Dec, with the year when it is another.
   */
  style?: DateStyle;
  /** IANA name of the zone it is told in. */
  timeZone?: string;
};

/** A date or time in words, with the exact one in `<time>`. */
export function DateText({ value, locale, style = "date", timeZone = "UTC" }: DateTextProps) {
  const date = new Date(value);
  const zone = isPlainDay(value) ? "UTC" : timeZone;
  return (
    // Server and browser may hold different versions of the locale data, and "recent" moves with the clock.
    <time dateTime={isPlainDay(value) ? value : date.toISOString()} suppressHydrationWarning>
      {style === "recent" ? recently(date, locale, zone) : formatted(date, locale, zone, formats[style])}
    </time>
  );
}

/** A day as the lead of a register's row: the number large, month and weekday under it. */
export function DateBlock({ value, locale, timeZone = "UTC" }: Omit<DateTextProps, "style">) {
  const date = new Date(value);
  const zone = isPlainDay(value) ? "UTC" : timeZone;
  return (
    <time
      className="date-block"
      dateTime={isPlainDay(value) ? value : date.toISOString()}
      suppressHydrationWarning
    >
      <b>{formatted(date, locale, zone, { day: "numeric" })}</b>{" "}
      {formatted(date, locale, zone, { month: "short" })}{" "}
      {formatted(date, locale, zone, { weekday: "short" })}
    </time>
  );
}

const formats: Record<Exclude<DateStyle, "recent">, Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "short", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  exact: {
    ...{ day: "numeric", month: "short", year: "numeric" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  },
  moment: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

const dayLength = 86_400_000;

function recently(date: Date, locale: string, timeZone: string): string {
  const now = new Date();
  const time = () => formatted(date, locale, timeZone, formats.time);
  const dayOf = (moment: Date) => formatted(moment, "en-CA", timeZone, { dateStyle: "short" });
  if (dayOf(date) === dayOf(now)) return m.ui_today_at({ time: time() });
  const age = now.getTime() - date.getTime();
  if (age > 0 && age < 6 * dayLength)
    return `${formatted(date, locale, timeZone, { weekday: "short" })} ${time()}`;
  const sameYear = dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4);
  return formatted(date, locale, timeZone, sameYear ? { day: "numeric", month: "short" } : formats.date);
}

// Making a formatter costs far more than using one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(
  date: Date,
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const key = `${locale} ${timeZone} ${Object.entries(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { ...options, timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(date);
}

function isPlainDay(value: Date | string): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}
