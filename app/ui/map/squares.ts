export type Place = { column: number; row: number };

export type MapSquare = Place & { weight: 0 | 1 | 2 | 3 | 4 };

/**
 * One path for all squares of a weight, lightest first. Neighbours in a row become one line; the stroke's
 * dashes (see `.square-map` in the styles) cut it into squares again, so that a country takes a few kilobytes.
 */
export function weightPaths(squares: MapSquare[]): [weight: number, path: string][] {
  return ([0, 1, 2, 3, 4] as const)
    .map((weight): [number, string] => [
      weight,
      rowsPath(squares.filter((square) => square.weight === weight)),
    ])
    .filter(([, path]) => path !== "");
}

/** The path of the land that no square covers. */
export function landPath(land: Place[], squares: Place[]): string {
  const covered = new Set(squares.map(({ column, row }) => `${column} ${row}`));
  return rowsPath(land.filter(({ column, row }) => !covered.has(`${column} ${row}`)));
}

function rowsPath(places: Place[]): string {
  const sorted = [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  let path = "";
  let run: { from: Place; length: number } | null = null;
  for (const place of sorted) {
    if (run && place.row === run.from.row && place.column === run.from.column + run.length) run.length += 1;
    else {
      path += runPath(run);
      run = { from: place, length: 1 };
    }
  }
  return path + runPath(run);
}

function runPath(run: { from: Place; length: number } | null): string {
  return run ? `M${run.from.column} ${run.from.row + 0.5}h${run.length}` : "";
}
