/** How long packs and resources take, as teachers plan it. */
export const durations = ["lesson", "half-day", "several-lessons"] as const;

export type Duration = (typeof durations)[number];

/** One lesson is at most this long, half a day at most that; in minutes. */
const LESSON = 60;
const HALF_DAY = 180;

/** What a number of minutes means in a timetable. */
export function durationOf(minutes: number): Duration {
  if (minutes <= LESSON) return "lesson";
  return minutes <= HALF_DAY ? "half-day" : "several-lessons";
}
