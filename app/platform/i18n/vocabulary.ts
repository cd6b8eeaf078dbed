/** The names of what db/vocabulary lists, in the locale of the reader, for every feature that shows them. */
import type { AgeBand } from "~db/vocabulary/ages";
import type { Duration } from "~db/vocabulary/durations";
import type { Subject } from "~db/vocabulary/subjects";
import { currentLocale } from "./locale";
import { m } from "./messages";

const subjectNames: Record<Subject, () => string> = {
  physics: m.subject_physics,
  chemistry: m.subject_chemistry,
  biology: m.subject_biology,
  mathematics: m.subject_mathematics,
  computing: m.subject_computing,
  "design-and-technology": m.subject_design_and_technology,
  geography: m.subject_geography,
};

const durationNames: Record<Duration, () => string> = {
  lesson: m.duration_lesson,
  "half-day": m.duration_half_day,
  "several-lessons": m.duration_several_lessons,
};

/** "Design and technology". A subject that is not in the list is shown as it is. */
export const subjectName = (subject: string): string => subjectNames[subject as Subject]?.() ?? subject;

/** "One lesson". */
export const durationName = (duration: string): string => durationNames[duration as Duration]?.() ?? duration;

/** "11 to 14", from the band "11-14". */
export function ageBandName(band: AgeBand | string): string {
  const [from = "", to = ""] = band.split("-");
  return m.ages_from_to({ from, to });
}

/** "9 to 13", or "11" when it is one age. */
export const agesText = (from: number, to: number): string =>
  from === to ? String(from) : m.ages_from_to({ from: String(from), to: String(to) });

/** "50 min", "3 h", "2 h 45 min". */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return m.length_minutes({ minutes: rest });
  return rest === 0 ? m.length_hours({ hours }) : m.length_hours_minutes({ hours, minutes: rest });
}

/** "French", by the reader's language; the code itself where nobody knows a name. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([currentLocale()], { type: "language" }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(currentLocale()) + name.slice(1);
  } catch {
    return code;
  }
}
