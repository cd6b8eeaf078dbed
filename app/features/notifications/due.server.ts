import { type SQL, sql } from "drizzle-orm";
import { usualTimes } from "./times";

/** How long news waits for its own mail: who reads it on the site meanwhile gets none. */
const PATIENCE = sql`interval '2 minutes'`;

// Columns of notification_times, joined as "times"; who has said nothing has no row.
const zone = sql`coalesce(times.time_zone, ${usualTimes.timeZone})`;
const hour = sql`make_interval(hours => coalesce(times.hour, ${usualTimes.hour}::smallint))`;
const weekday = sql`coalesce(times.weekday, ${usualTimes.weekday}::smallint)`;

const local = (at: SQL) => sql`(${at} at time zone ${zone})`;
const dayOf = (at: SQL) => sql`date_trunc('day', ${local(at)})`;
const hourOf = (at: SQL) => sql`extract(hour from ${local(at)})`;

/**
 * When news is to be mailed, by the hours of the person joined as "times". PostgreSQL knows the time zones: a local hour
 * that daylight saving skips becomes the next one, one that comes twice counts once.
 * @param rhythm SQL of 'each', 'daily', 'weekly' or null
 * @param now SQL of the moment it is asked at
 * @returns SQL of a moment after `now`; null where `rhythm` is
 */
export const dueAt = (rhythm: SQL, now: SQL): SQL => sql`case ${rhythm}
  when 'each' then ${afterQuietHours(sql`(${now} + ${PATIENCE})`)}
  when 'daily' then ${firstAfter(now, sql`${dayOf(now)} + ${hour}`, 1)}
  when 'weekly' then ${firstAfter(now, sql`${dayOf(now)} + ${daysUntilWeekday(now)} + ${hour}`, 7)}
end`;

const daysUntilWeekday = (now: SQL) =>
  sql`make_interval(days => (${weekday} - extract(isodow from ${local(now)})::int + 7) % 7)`;

/** A local time, or the same so many days later where it is over. */
const firstAfter = (now: SQL, wanted: SQL, days: number) => sql`case
  when (${wanted}) at time zone ${zone} > ${now} then (${wanted}) at time zone ${zone}
  else (${wanted} + make_interval(days => ${days}::int)) at time zone ${zone} end`;

const afterQuietHours = (at: SQL) => sql`case
  when times.quiet_from < times.quiet_to
    and ${hourOf(at)} >= times.quiet_from and ${hourOf(at)} < times.quiet_to
    then ${endOfQuiet(at, 0)}
  when times.quiet_from > times.quiet_to and ${hourOf(at)} >= times.quiet_from then ${endOfQuiet(at, 1)}
  when times.quiet_from > times.quiet_to and ${hourOf(at)} < times.quiet_to then ${endOfQuiet(at, 0)}
  else ${at} end`;

const endOfQuiet = (at: SQL, days: number) =>
  sql`greatest(${at}, (${dayOf(at)} + make_interval(days => ${days}::int, hours => times.quiet_to)) at time zone ${zone})`;
