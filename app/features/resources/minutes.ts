/** No lesson item takes longer: a week of school. */
const MOST_MINUTES = 2_400;

const isoPattern = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?$/i;
const spokenPattern =
  /^(?:~|ca\.?|circa|about|around|approx(?:\.|imately)?|environ|etwa|ungefähr)?\s*(\d{1,4})(?:\s*(?:-|–|to|bis|à)\s*(\d{1,4}))?\s*(h|hrs?|hours?|heures?|stunden?|std|m|min|mins?|minutes?|minuten)\.?$/i;

/**
 * How long something takes, from a schema.org `timeRequired`: ISO 8601 ("PT45M") or as people write it
 * ("~45 minutes", "30 - 45 min.", "2 hours").
 * @returns whole minutes, the longer of two; null where it says nothing that makes sense
 */
export function readMinutes(given: string): number | null {
  const text = given.trim();
  if (text.length > 60) return null;
  const minutes = isoMinutes(text) ?? spokenMinutes(text);
  return minutes !== null && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}

function isoMinutes(text: string): number | null {
  const parts = isoPattern.exec(text);
  if (!parts || !/\d/.test(text)) return null;
  const [, days = "0", hours = "0", minutes = "0"] = parts;
  return Number(days) * 1_440 + Number(hours) * 60 + Number(minutes);
}

function spokenMinutes(text: string): number | null {
  const parts = spokenPattern.exec(text);
  if (!parts) return null;
  const [, first, second = first, unit] = parts;
  const longer = Math.max(Number(first), Number(second));
  return /^[hs]/i.test(unit!) ? longer * 60 : longer;
}
