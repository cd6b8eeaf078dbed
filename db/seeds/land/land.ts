import degreeWidths from "./degree-widths.json";
import squares from "./squares.json";

// Both files are made by scripts/land-squares.ts.

export type LandSquare = { column: number; row: number };

const encoded: Record<string, string> = squares;
const widths: Record<string, number> = degreeWidths;
const decoded = new Map<string, LandSquare[]>();

/** How long a degree of longitude is in the middle of a country, in degrees of latitude; 1 for a country nobody lists. */
export const degreeWidthOf = (country: string): number =>
  Object.hasOwn(widths, country) ? widths[country]! : 1;

/** ISO 3166-1 alpha-2 codes of the countries we know. */
export const knownCountries = (): string[] => Object.keys(widths);

/** Squares of land of a country at country level; none where its shape is not known. */
export function landOf(country: string): LandSquare[] {
  if (!Object.hasOwn(encoded, country)) return [];
  const known = decoded.get(country) ?? decodeLand(encoded[country]!);
  decoded.set(country, known);
  return known;
}

/**
 * Rows from the first one on, parted by "/"; in a row, runs of squares parted by ","; a run is the gap since the run
 * before (or column 0) and its length, parted by ".". Numbers to the base 36. "3/2.1/1.2,1.1" is row 3 with column 2, and row
 * 4 with columns 1, 2 and 4.
 */
export function encodeLand(land: LandSquare[]): string {
  const rows = [...new Set(land.map(({ row }) => row))].sort((a, b) => a - b);
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? -1;
  const lines = [first.toString(36)];
  for (let row = first; row <= last; row++) {
    const columns = land.filter((square) => square.row === row).map(({ column }) => column);
    lines.push(encodeRow(columns.sort((a, b) => a - b)));
  }
  return lines.join("/");
}

function encodeRow(columns: number[]): string {
  const runs: string[] = [];
  let end = 0;
  for (let i = 0; i < columns.length; ) {
    const start = columns[i]!;
    let length = 1;
    while (columns[i + length] === start + length) length++;
    runs.push(`${(start - end).toString(36)}.${length.toString(36)}`);
    end = start + length;
    i += length;
  }
  return runs.join(",");
}

/** The inverse of `encodeLand`. */
export function decodeLand(text: string): LandSquare[] {
  const [first = "0", ...lines] = text.split("/");
  return lines.flatMap((line, index) => {
    const row = Number.parseInt(first, 36) + index;
    let end = 0;
    return (line ? line.split(",") : []).flatMap((run) => {
      const [gap = 0, length = 0] = run.split(".").map((part) => Number.parseInt(part, 36));
      const start = end + gap;
      end = start + length;
      return Array.from({ length }, (_, at) => ({ column: start + at, row }));
    });
  });
}
