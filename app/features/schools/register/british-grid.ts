import type { Position } from "../map";

// Registers of Great Britain give eastings and northings of the National Grid (OSGB36). Formulas and constants: Ordnance
// Survey, "A guide to coordinate systems in Great Britain", annexes B and C. The seven-parameter shift to WGS 84 is right to
// about 5 metres.

type Ellipsoid = { a: number; b: number };
type Geodetic = { phi: number; lambda: number };

const airy1830: Ellipsoid = { a: 6377563.396, b: 6356256.909 };
const grs80: Ellipsoid = { a: 6378137, b: 6356752.3141 };

/** Scale on the central meridian, true origin in radians, and its easting and northing in metres. */
const F0 = 0.9996012717;
const origin = {
  phi: (49 * Math.PI) / 180,
  lambda: (-2 * Math.PI) / 180,
  easting: 400_000,
  northing: -100_000,
};

const eccentricity = ({ a, b }: Ellipsoid) => (a ** 2 - b ** 2) / a ** 2;

/** Length of the meridian from the true origin to a latitude, in metres. */
function meridian(phi: number): number {
  const { a, b } = airy1830;
  const n = (a - b) / (a + b);
  const [d, s] = [phi - origin.phi, phi + origin.phi];
  return (
    b *
    F0 *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * d -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(d) * Math.cos(s) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * d) * Math.cos(2 * s) -
      (35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s))
  );
}

/** Latitude and longitude on the Airy ellipsoid of a point of the grid. */
function fromNationalGrid(easting: number, northing: number): Geodetic {
  const { a } = airy1830;
  const e2 = eccentricity(airy1830);
  let phi = origin.phi;
  // Each round shrinks the rest about three-hundredfold; 20 is far more than any point of the grid needs.
  for (let round = 0; round < 20; round++) {
    const rest = northing - origin.northing - meridian(phi);
    if (Math.abs(rest) < 0.00001) break;
    phi += rest / (a * F0);
  }
  const [sin, cos, tan] = [Math.sin(phi), Math.cos(phi), Math.tan(phi)];
  const nu = (a * F0) / Math.sqrt(1 - e2 * sin ** 2);
  const rho = (a * F0 * (1 - e2)) / (1 - e2 * sin ** 2) ** 1.5;
  const eta2 = nu / rho - 1;
  const x = easting - origin.easting;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4);
  const tenth = 1 / (cos * nu);
  const xi = (1 / (6 * cos * nu ** 3)) * (nu / rho + 2 * tan ** 2);
  const xii = (1 / (120 * cos * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4);
  const xiia = (1 / (5040 * cos * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6);
  return {
    phi: phi - vii * x ** 2 + viii * x ** 4 - ix * x ** 6,
    lambda: origin.lambda + tenth * x - xi * x ** 3 + xii * x ** 5 - xiia * x ** 7,
  };
}

/** Moves a point from the Airy ellipsoid to WGS 84 (the small-angle Helmert transformation). */
function toWgs84({ phi, lambda }: Geodetic): Position {
  const e2 = eccentricity(airy1830);
  const nu = airy1830.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const x = nu * Math.cos(phi) * Math.cos(lambda);
  const y = nu * Math.cos(phi) * Math.sin(lambda);
  const z = (1 - e2) * nu * Math.sin(phi);
  const [scale, arcsecond] = [1 - 20.4894e-6, Math.PI / 648_000];
  const [rx, ry, rz] = [0.1502 * arcsecond, 0.247 * arcsecond, 0.8421 * arcsecond];
  const x2 = 446.448 + scale * x - rz * y + ry * z;
  const y2 = -125.157 + rz * x + scale * y - rx * z;
  const z2 = 542.06 - ry * x + rx * y + scale * z;
  const target = eccentricity(grs80);
  const p = Math.hypot(x2, y2);
  let latitude = Math.atan2(z2, p * (1 - target));
  for (let round = 0; round < 6; round++) {
    const nu2 = grs80.a / Math.sqrt(1 - target * Math.sin(latitude) ** 2);
    latitude = Math.atan2(z2 + target * nu2 * Math.sin(latitude), p);
  }
  return { latitude: (latitude * 180) / Math.PI, longitude: (Math.atan2(y2, x2) * 180) / Math.PI };
}

/**
 * The position of a point of the British National Grid, to six digits after the point.
 * @param easting metres
 * @param northing metres
 */
export function fromBritishGrid(easting: number, northing: number): Position {
  const { latitude, longitude } = toWgs84(fromNationalGrid(easting, northing));
  return { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) };
}
