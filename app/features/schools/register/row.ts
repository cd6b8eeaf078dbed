import type { Position } from "../map";
import { type SchoolTexts, textLimits, tidyPostcode, tidyText, tidyTown } from "../school";
import { fromBritishGrid } from "./british-grid";
import type { RegisterColumns, RegisterField } from "./columns";
import { type RowProblem, RowRefused } from "./row-problem";

/** A school as its register tells it. */
export type RegisterRow = SchoolTexts & {
  /** Both null where a mapping has the place found by postcode or town. */
  latitude: number | null;
  longitude: number | null;
  registerId: string;
  localAuthority: string;
  phase: string;
  type: string;
  address: string;
  /** "2025-07-31"; empty while it is open. */
  closedOn: string;
  /** It says that it is closed, whether or not since when. */
  closed: boolean;
  /** 1 is the most disadvantaged tenth; null where the register does not tell. */
  disadvantageDecile: number | null;
};

/**
 * Reads one row of a register.
 * @param country ISO 3166-1 alpha-2, whose way of writing postcodes holds
 * @param options.placeless rows without coordinates are taken too
 * @returns the school, or the first thing that is wrong with the row
 */
export function readRow(
  columns: RegisterColumns,
  cells: string[],
  country: string,
  options: { placeless?: boolean } = {},
): { row: RegisterRow } | { problem: RowProblem } {
  try {
    if (cells.length !== columns.count) {
      throw new RowRefused({
        code: "schools_row_cells",
        values: { count: cells.length, expected: columns.count },
      });
    }
    const read = (field: RegisterField) => readText(columns, cells, field);
    const postcode = tidyPostcode(read("postcode"), country);
    return {
      row: {
        registerId: required(read("registerId"), "schools_row_register_id_missing"),
        name: withWord(read("name")),
        town: tidyTown(read("town")),
        postcode,
        ...(readPosition(columns, cells) ?? nowhere(options)),
        localAuthority: read("localAuthority"),
        phase: read("phase"),
        type: read("type"),
        address: read("address"),
        ...readClosing(read("status"), read("closedOn")),
        disadvantageDecile: readDecile(read("disadvantageDecile")),
      },
    };
  } catch (error) {
    if (error instanceof RowRefused) return { problem: error.problem };
    throw error;
  }
}

function readText(columns: RegisterColumns, cells: string[], field: RegisterField): string {
  const text = (columns.at[field] ?? [])
    .map((index) => tidyText(cells[index]!))
    .filter((part) => part !== "")
    .join(", ");
  const limit = textLimits[field as keyof typeof textLimits] ?? 40;
  if ([...text].length > limit)
    throw new RowRefused({ code: "schools_row_too_long", values: { field, limit } });
  if (/\p{Cc}/u.test(text))
    throw new RowRefused({ code: "schools_row_control_character", values: { field } });
  return text;
}

function required(text: string, code: string): string {
  if (text === "") throw new RowRefused({ code });
  return text;
}

function withWord(name: string): string {
  if (!/[\p{L}\p{N}]/u.test(name)) throw new RowRefused({ code: "schools_row_name_missing" });
  return name;
}

function readPosition(columns: RegisterColumns, cells: string[]): Position | null {
  const degrees = [readNumber(columns, cells, "latitude"), readNumber(columns, cells, "longitude")] as const;
  if (degrees[0] !== null && degrees[1] !== null)
    return within({ latitude: degrees[0], longitude: degrees[1] });
  const metres = [readNumber(columns, cells, "easting"), readNumber(columns, cells, "northing")] as const;
  if (metres[0] === null || metres[1] === null) return null;
  // Registers write 0, 0 for a place they do not know.
  const [easting, northing] = metres;
  if (easting <= 0 || easting > 700_000 || northing <= 0 || northing > 1_300_000) {
    throw new RowRefused({ code: "schools_row_grid_outside", values: { easting, northing } });
  }
  return fromBritishGrid(easting, northing);
}

function nowhere({ placeless }: { placeless?: boolean }) {
  if (!placeless) throw new RowRefused({ code: "schools_row_position_missing" });
  return { latitude: null, longitude: null };
}

function within({ latitude, longitude }: Position): Position {
  if (Math.abs(latitude) > 90)
    throw new RowRefused({ code: "schools_row_latitude_outside", values: { latitude } });
  if (Math.abs(longitude) > 180)
    throw new RowRefused({ code: "schools_row_longitude_outside", values: { longitude } });
  if (latitude === 0 && longitude === 0) throw new RowRefused({ code: "schools_row_position_missing" });
  return { latitude, longitude };
}

/** A plain decimal number, with a comma where the country writes one; null for an empty cell or a missing column. */
function readNumber(columns: RegisterColumns, cells: string[], field: RegisterField): number | null {
  const index = columns.at[field]?.[0];
  const text = index === undefined ? "" : tidyText(cells[index]!);
  if (text === "") return null;
  if (!/^[+-]?\d{1,9}([.,]\d{1,20})?$/.test(text)) {
    throw new RowRefused({ code: "schools_row_number", values: { field, text: text.slice(0, 40) } });
  }
  return Number(text.replace(",", "."));
}

function readClosing(status: string, date: string): { closed: boolean; closedOn: string } {
  if (status !== "" && status !== "open" && status !== "closed") {
    throw new RowRefused({ code: "schools_row_status", values: { text: status } });
  }
  const closedOn = status === "open" ? "" : readDate(date);
  return { closed: status === "closed" || closedOn !== "", closedOn };
}

function readDecile(text: string): number | null {
  if (text === "") return null;
  if (!/^([1-9]|10)(\.0+)?$/.test(text))
    throw new RowRefused({ code: "schools_row_decile", values: { text } });
  return Number(text);
}

/** "2025-07-31", "31-07-2025", "31/07/2025" or "31.07.2025" as the first of these. */
function readDate(text: string): string {
  if (text === "") return "";
  const parts =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text) ?? /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  const [year, month, day] = parts?.length === 4 ? parts.slice(1) : [parts?.[4], parts?.[3], parts?.[1]];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that does not exist, such as 31 June, rolls over into another month.
  if (!parts || date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) {
    throw new RowRefused({ code: "schools_row_date", values: { text: text.slice(0, 40) } });
  }
  return date.toISOString().slice(0, 10);
}
