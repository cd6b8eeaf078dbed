/** A drawn map as one string a row: "." nothing, "l" land, "0" to "4" schools, the more the higher. */
export type MapRows = string[];

type Square = { column: number; row: number };
type Weighted = Square & { weight: 0 | 1 | 2 | 3 | 4 };

/**
 * Packs the squares of a map. A country takes about a kilobyte this way; as a list of objects it would weigh more in
 * the page than everything else together.
 */
export function packMap(map: {
  columns: number;
  rows: number;
  squares: Weighted[];
  land: Square[];
}): MapRows {
  const grid = Array.from({ length: map.rows }, () => Array<string>(map.columns).fill("."));
  const put = ({ column, row }: Square, mark: string) => {
    const line = grid[row];
    if (line && column >= 0 && column < map.columns) line[column] = mark;
  };
  for (const square of map.land) put(square, "l");
  for (const square of map.squares) put(square, String(square.weight));
  return grid.map((line) => line.join("").replace(/\.+$/, ""));
}

/** The squares of a packed map. */
export function unpackMap(rows: MapRows): { squares: Weighted[]; land: Square[] } {
  const squares: Weighted[] = [];
  const land: Square[] = [];
  rows.forEach((line, row) => {
    [...line].forEach((mark, column) => {
      if (mark === "l") land.push({ column, row });
      else if (mark !== ".") squares.push({ column, row, weight: Number(mark) as Weighted["weight"] });
    });
  });
  return { squares, land };
}
