/** What a register may tell of a school. The first four must be there, position either in degrees or on the British grid. */
export type RegisterField =
  | "registerId"
  | "name"
  | "town"
  | "postcode"
  | "latitude"
  | "longitude"
  | "easting"
  | "northing"
  | "localAuthority"
  | "phase"
  | "type"
  | "address"
  | "closedOn"
  | "disadvantageDecile"
  /** Both in one cell: "11.99, 105.46". By a mapping only, like the next. */
  | "position"
  /** "open" or "closed". */
  | "status";

/** Columns by field: one each, but several for the address, whose lines are joined. */
export type RegisterColumns = { at: Partial<Record<RegisterField, number[]>>; count: number };

/**
 * Headings by field, as lower-case letters and digits alone, the best first. Beside the plain ones: Get Information about
 * Schools (England and Wales), the annuaire de l'éducation (France), Scotland's and Ireland's lists.
 */
const headings: Record<RegisterField, string[]> = {
  registerId: [
    "urn",
    "registerid",
    "id",
    "identifiantdeletablissement",
    "numerouai",
    "seedcode",
    "rollnumber",
    "schoolid",
  ],
  name: ["name", "schoolname", "establishmentname", "nometablissement", "officialschoolname", "officialname"],
  town: ["town", "city", "nomcommune", "ville", "commune", "towncity"],
  postcode: ["postcode", "postalcode", "zip", "codepostal", "eircode"],
  latitude: ["lat", "latitude"],
  longitude: ["lon", "lng", "long", "longitude"],
  easting: ["easting"],
  northing: ["northing"],
  localAuthority: ["localauthority", "laname", "lanamename", "la", "nomdepartement", "departement", "county"],
  phase: ["phase", "phaseofeducationname", "phaseofeducation", "phasename"],
  type: ["type", "typeofestablishmentname", "typeofestablishment", "schooltype", "typeetablissement"],
  address: [
    "address",
    "street",
    "locality",
    "address1",
    "address2",
    "address3",
    "adresse1",
    "adresse2",
    "adresse",
  ],
  closedOn: ["closedate", "closedon", "datefermeture", "datedefermeture"],
  disadvantageDecile: [
    "disadvantagedecile",
    "imddecile",
    "indexofmultipledeprivationdecile",
    "indexofmultipledeprivationimddecile",
  ],
  position: [],
  status: [],
};

/** A heading without what writers of registers differ in: case, accents, spaces and punctuation. */
const plainHeading = (heading: string) =>
  heading
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

/**
 * Finds the columns of a register by their headings.
 * @returns the columns, and which of the necessary ones are missing by their plain names
 */
export function readHeadings(cells: string[]): { columns: RegisterColumns; missing: string[] } {
  const plain = cells.map(plainHeading);
  const at: RegisterColumns["at"] = {};
  for (const field of Object.keys(headings) as RegisterField[]) {
    const found = headings[field].map((heading) => plain.indexOf(heading)).filter((index) => index >= 0);
    if (found.length > 0) at[field] = field === "address" ? found.sort((a, b) => a - b) : found.slice(0, 1);
  }
  const missing = [...(at.registerId ? [] : ["urn"]), ...(at.name ? [] : ["name"])];
  const onGrid = at.easting && at.northing;
  if (!onGrid && !at.latitude) missing.push("lat");
  if (!onGrid && !at.longitude) missing.push("lon");
  return { columns: { at, count: cells.length }, missing };
}

/** The delimiter of a register, by its first line: the one of comma, semicolon and tab that parts it most often. */
export function delimiterOf(firstLine: string): string {
  const outsideQuotes = firstLine.replace(/"[^"]*"/g, "");
  const times = (delimiter: string) => outsideQuotes.split(delimiter).length;
  return ([",", ";", "\t"] as const).reduce((best, next) => (times(next) > times(best) ? next : best));
}
