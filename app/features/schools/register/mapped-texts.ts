import { RowRefused } from "./row-problem";

/**
 * A number as JavaScript writes it. Where a decimal comma is told, dots and spaces group digits; where a dot is, commas do.
 * Anything else comes back as it is, and is refused later by its field.
 */
export function plainNumber(text: string, decimal: "." | "," | undefined): string {
  if (decimal === undefined) return text;
  const grouped = decimal === "," ? text.replace(/[.\s']/g, "") : text.replace(/[,\s']/g, "");
  return decimal === "," ? grouped.replace(",", ".") : grouped;
}

const degreesMinutesSeconds =
  /^([+-]?)(\d{1,3})\s*[°º]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|'')\s*)?([NSEWO])?$/i;

/** Degrees as a decimal number: of `11°59'30"N`, `105° 27.5' E` or a number with N, S, E or W; others as they are. */
export function plainDegrees(text: string, decimal: "." | "," | undefined): string {
  const parts = degreesMinutesSeconds.exec(text);
  if (parts) {
    const [, sign, degrees, minutes = "0", seconds = "0", side = ""] = parts;
    const [m, s] = [minutes, seconds].map((part) => Number(part.replace(",", ".")));
    if (m! >= 60 || s! >= 60) return text;
    const value = Number(degrees) + m! / 60 + s! / 3600;
    const isNegative = sign === "-" || /[SWO]/i.test(side);
    return (isNegative ? -value : value).toFixed(7);
  }
  const sided = /^([\d.,\s]+)\s*([NSEWO])$/i.exec(text);
  if (!sided) return plainNumber(text, decimal);
  const value = plainNumber(sided[1]!.trim(), decimal);
  return /[SWO]/i.test(sided[2]!) ? `-${value}` : value;
}

/**
 * Both numbers of a cell such as "11.99, 105.46", "POINT(105.46 11.99)" or `11°59'N 105°27'E`, in the order they stand.
 * @returns two empty texts for an empty cell @throws RowRefused where there are not two
 */
export function twoNumbers(text: string, decimal: "." | "," | undefined): [string, string] {
  const bare = text.replace(/^point\s*\(|[()[\]]/gi, "").trim();
  if (bare === "") return ["", ""];
  const sides = /^(.*?[NSEWO])[\s,;]+(.+)$/i.exec(bare);
  const parts = sides
    ? sides.slice(1)
    : bare.split(decimal === "," ? /\s*;\s*|,\s+|\s+/ : /\s*[,;]\s*|\s+/).filter(Boolean);
  if (parts.length !== 2)
    throw new RowRefused({ code: "schools_row_two_numbers", values: { text: text.slice(0, 40) } });
  return [parts[0]!, parts[1]!];
}

/**
 * A date by a pattern of D, M and Y as "2025-07-31".
 * @throws RowRefused where the text does not follow it; whether there is such a day is asked later
 */
export function isoDate(text: string, pattern: string): string {
  if (text === "") return "";
  const order: string[] = [];
  const source = pattern.replace(/DD?|MM?|YYYY|[-/. ]/g, (part) => {
    if (!/[DMY]/.test(part)) return part === "." || part === "/" ? `\\${part}` : part;
    order.push(part[0]!);
    return part === "YYYY" ? "(\\d{4})" : part.length === 2 ? "(\\d{2})" : "(\\d{1,2})";
  });
  const found = new RegExp(`^${source}$`).exec(text);
  if (!found) throw new RowRefused({ code: "schools_row_date", values: { text: text.slice(0, 40) } });
  const part = (letter: string) => found[order.indexOf(letter) + 1]!.padStart(2, "0");
  return `${part("Y")}-${part("M")}-${part("D")}`;
}
