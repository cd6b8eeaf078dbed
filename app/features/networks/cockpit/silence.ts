import { dayOf } from "../term";
import { SILENT_DAYS } from "./urgency";

const DAY_MS = 86_400_000;

/** A day some days before another, such as "2026-08-30". */
export const daysBefore = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(day) - days * DAY_MS));

/** Who was last seen before this day is silent today. */
export const silentBefore = (today: string): string => daysBefore(today, SILENT_DAYS);

/** Whole days without a sign of life, never below 0. */
export const silentFor = (seenOn: string, today: string): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(seenOn)) / DAY_MS));
