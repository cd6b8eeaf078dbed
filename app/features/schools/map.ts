/** Degrees, WGS 84. */
export type Position = { latitude: number; longitude: number };

/**
 * Degrees of latitude a square is high: "country" draws a whole country (16 km), "area" one network (4 km). One
 * country square is exactly four by four area squares.
 */
export const steps = { country: 0.144, area: 0.036 } as const;

export type MapLevel = keyof typeof steps;

/**
 * Squared paper laid over a country. `degreeWidth` is the cosine of a fixed latitude in its middle: a degree of longitude
 * is that much shorter there than one of latitude, so squares are about square on the ground.
 */
export type Grid = { step: number; degreeWidth: number };

/** A piece of a grid: its top left square and its size. What a map is drawn from. */
export type MapFrame = Grid & { left: number; top: number; columns: number; rows: number };

/** In squares; 3.5 is the middle of column 3. Columns count from longitude -180 eastwards, rows from latitude 90 southwards. */
export type GridPlace = { column: number; row: number };

/** Where a position lies on the grid (an equirectangular projection). */
export function toGrid(grid: Grid, { latitude, longitude }: Position): GridPlace {
  return {
    column: ((longitude + 180) * grid.degreeWidth) / grid.step,
    row: (90 - latitude) / grid.step,
  };
}

/** The position of a place on the grid: the inverse of `toGrid`. */
export function fromGrid(grid: Grid, { column, row }: GridPlace): Position {
  return {
    latitude: 90 - row * grid.step,
    longitude: (column * grid.step) / grid.degreeWidth - 180,
  };
}

/** The square a position lies in. The same arithmetic as in the view `school_squares`. */
export function squareAt(degreeWidth: number, position: Position, level: MapLevel): GridPlace {
  const { column, row } = toGrid({ step: steps.area, degreeWidth }, position);
  const perSide = level === "country" ? 4 : 1;
  return { column: Math.floor(Math.floor(column) / perSide), row: Math.floor(Math.floor(row) / perSide) };
}

/**
 * Where a position lies on a drawn map, in squares from its top left corner.
 * @returns null when it lies outside
 */
export function placeOnMap(map: MapFrame, latitude: number, longitude: number): GridPlace | null {
  const place = toGrid(map, { latitude, longitude });
  const column = place.column - map.left;
  const row = place.row - map.top;
  return column >= 0 && row >= 0 && column <= map.columns && row <= map.rows ? { column, row } : null;
}

/**
 * The smallest frame that holds all the squares.
 * @returns null where there are none
 */
export function frameOf(grid: Grid, squares: Iterable<GridPlace>): MapFrame | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { column, row } of squares) {
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  if (left > right) return null;
  return { ...grid, left, top, columns: right - left + 1, rows: bottom - top + 1 };
}

/** Squares of the grid as squares of the frame; those outside are left out. */
export function withinFrame<Square extends GridPlace>(frame: MapFrame, squares: Iterable<Square>): Square[] {
  const inside: Square[] = [];
  for (const square of squares) {
    const column = square.column - frame.left;
    const row = square.row - frame.top;
    if (column >= 0 && row >= 0 && column < frame.columns && row < frame.rows) {
      inside.push({ ...square, column, row });
    }
  }
  return inside;
}
