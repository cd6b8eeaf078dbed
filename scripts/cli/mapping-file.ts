import { readFile } from "node:fs/promises";

/** What `import schools --help` says of a mapping. Every key: README of the feature. */
export const mappingHelp = `
A mapping names columns by their exact heading, or by their position from 1:
  {
    "delimiter": ";", "encoding": "windows-1252", "decimal": ",", "dates": "DD/MM/YYYY",
    "fields": {
      "registerId": "Code", "name": { "columns": ["Name", "Branch"], "join": ", " },
      "town": "Commune", "position": "LatLon",
      "status": { "column": "State", "values": { "Working": "open", "Shut": "closed" } }
    },
    "skip": [{ "column": "Level", "is": ["Pre-school"] }],
    "positionFrom": ["postcode", "town"]
  }
Fields: registerId and name; town, postcode, latitude, longitude, position, easting, northing, localAuthority, phase,
type, address, closedOn, status, disadvantageDecile.`;

/**
 * The content of a JSON file.
 * @throws an error that names the file when it is not there or holds no JSON
 */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`there is no file ${file}`);
  });
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`);
  }
}
