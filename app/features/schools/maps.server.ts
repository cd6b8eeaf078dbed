import { and, eq, gte, lt } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { schoolSquares } from "~db/schema";
import { degreeWidthOf, landOf } from "~db/seeds/land/land";
import {
  frameOf,
  type Grid,
  type GridPlace,
  type MapFrame,
  type Position,
  squareAt,
  steps,
  toGrid,
  withinFrame,
} from "./map";

/** From so many schools on a country's register was imported, and the schools draw the country themselves. */
const REGISTER_SCHOOLS = 1_000;

/** Squares that lie farther than this off a country's land belong to places an ocean away. */
const REACH = 3;

/** Squares along a side of the largest map, for countries whose land we do not know. */
const MOST_SQUARES = 160;

/** Kilometres along a degree of latitude. */
const KM_PER_DEGREE = 111.195;

const FRESH_MS = 60_000;

export type WeightedSquare = GridPlace & { weight: 0 | 1 | 2 | 3 | 4 };

/** What `SquareMap` draws, and the frame `placeOnMap` needs. */
export type PlaceMap = MapFrame & { squares: WeightedSquare[]; land: GridPlace[] };

type CountedSquare = GridPlace & { schools: number };
type CountrySquares = { squares: CountedSquare[]; land: GridPlace[]; hasRegister: boolean };

const kept = new WeakMap<object, Map<string, { until: number; squares: Promise<CountrySquares> }>>();

/** Forgets what this process remembers of a database's maps. */
export const forgetMaps = (db: object) => void kept.delete(db);

/**
 * A country of coloured-in squares: drawn by its schools where a register was imported, otherwise by its land with the
 * schools known on top. Remembered for a minute.
 * @param country ISO 3166-1 alpha-2
 * @param options.including positions the map must reach as well, such as those of networks
 */
export async function countryMap(
  db: Pick<Reader, "select">,
  country: string,
  options: { including?: Position[] } = {},
): Promise<PlaceMap> {
  const { squares, land, hasRegister } = await countrySquares(db, country);
  const grid = { step: steps.country, degreeWidth: degreeWidthOf(country) };
  const reach = reachOf(grid, country, squares);
  const near = withinFrame(reach, squares);
  const including = (options.including ?? []).map((position) =>
    squareAt(grid.degreeWidth, position, "country"),
  );
  const ground = hasRegister ? [] : land;
  // The schools are counted from the corner of the reach, everything else from that of the grid.
  const drawn = near.map((square) => ({
    ...square,
    column: square.column + reach.left,
    row: square.row + reach.top,
  }));
  const inReach = (place: GridPlace) => withinFrame(reach, [place]).length > 0;
  const frame = frameOf(grid, [...drawn, ...ground, ...including.filter(inReach)]) ?? reach;
  return {
    ...frame,
    squares: weigh(withinFrame(frame, drawn), hasRegister),
    land: withinFrame(frame, ground),
  };
}

/**
 * The surroundings of one place in finer squares.
 * @param input.country whose schools and land are shown; the one whose land the place is, unless given
 * @param input.km from the middle to each side, at most 200
 */
export async function areaMap(
  db: Pick<Reader, "select">,
  input: Position & { country: string; km: number },
): Promise<PlaceMap> {
  const grid = { step: steps.area, degreeWidth: degreeWidthOf(input.country) };
  const middle = toGrid(grid, input);
  const half = Math.min(200, Math.max(1, input.km)) / KM_PER_DEGREE / steps.area;
  const left = Math.floor(middle.column - half);
  const top = Math.floor(middle.row - half);
  const side = Math.ceil(half * 2);
  const frame: MapFrame = { ...grid, left, top, columns: side, rows: side };
  const rows = await db
    .select({ column: schoolSquares.column, row: schoolSquares.row, schools: schoolSquares.schools })
    .from(schoolSquares)
    .where(
      and(
        eq(schoolSquares.country, input.country),
        eq(schoolSquares.level, "area"),
        gte(schoolSquares.row, top),
        lt(schoolSquares.row, top + side),
        gte(schoolSquares.column, left),
        lt(schoolSquares.column, left + side),
      ),
    );
  const { land, hasRegister } = await countrySquares(db, input.country);
  return {
    ...frame,
    squares: weigh(withinFrame(frame, rows), hasRegister),
    land: hasRegister ? [] : withinFrame(frame, land.flatMap(quarters)),
  };
}

/** The sixteen area squares of a country square. */
const quarters = ({ column, row }: GridPlace): GridPlace[] =>
  Array.from({ length: 16 }, (_, at) => ({
    column: column * 4 + (at % 4),
    row: row * 4 + Math.floor(at / 4),
  }));

function countrySquares(db: Pick<Reader, "select">, country: string): Promise<CountrySquares> {
  const ofDatabase = kept.get(db) ?? new Map<string, { until: number; squares: Promise<CountrySquares> }>();
  kept.set(db, ofDatabase);
  const known = ofDatabase.get(country);
  if (known && known.until > Date.now()) return known.squares;
  const squares = readCountrySquares(db, country);
  ofDatabase.set(country, { until: Date.now() + FRESH_MS, squares });
  // A failure is not remembered.
  squares.catch(() => ofDatabase.delete(country));
  return squares;
}

async function readCountrySquares(db: Pick<Reader, "select">, country: string): Promise<CountrySquares> {
  const squares = await db
    .select({ column: schoolSquares.column, row: schoolSquares.row, schools: schoolSquares.schools })
    .from(schoolSquares)
    .where(and(eq(schoolSquares.country, country), eq(schoolSquares.level, "country")));
  const schools = squares.reduce((sum, square) => sum + square.schools, 0);
  return { squares, land: landOf(country), hasRegister: schools >= REGISTER_SCHOOLS };
}

/** Where a country's map may reach: a little beyond its land, or around the middle of its schools. */
function reachOf(grid: Grid, country: string, squares: CountedSquare[]): MapFrame {
  const land = frameOf(grid, landOf(country));
  if (land) {
    const { left, top, columns, rows } = land;
    return {
      ...land,
      left: left - REACH,
      top: top - REACH,
      columns: columns + 2 * REACH,
      rows: rows + 2 * REACH,
    };
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const half = MOST_SQUARES / 2;
  return {
    ...grid,
    left: middle(squares.map(({ column }) => column)) - half,
    top: middle(squares.map(({ row }) => row)) - half,
    columns: MOST_SQUARES,
    rows: MOST_SQUARES,
  };
}

/** On a register, the share of the fullest squares' schools from which on a square has each shade but the lightest. */
const SHADES = [0.08, 0.25, 0.55, 1];

/**
 * Shades by the number of schools: on a register each stands for two to three times as many as the one before, and one square
 * in twenty is darkest; where few schools are known, a single one is already seen against the land.
 */
function weigh(squares: CountedSquare[], hasRegister: boolean): WeightedSquare[] {
  const counts = squares.map(({ schools }) => schools).sort((a, b) => a - b);
  const full = counts[Math.floor(counts.length * 0.95)] ?? 0;
  const from = hasRegister
    ? [1, ...SHADES.map((share, at) => Math.max(at + 2, share * full))]
    : [0, 0, 1, 2, 3];
  return squares.map(({ column, row, schools }) => ({
    column,
    row,
    weight: from.findLastIndex((least) => schools >= least) as WeightedSquare["weight"],
  }));
}
