import {
  LARGEST_PAGE,
  LONGEST_TEXT,
  MOST_REACHABLE,
  type SearchSort,
} from "~/platform/search-engine/search-engine";
import { ageBands } from "~db/vocabulary/ages";
import { durations } from "~db/vocabulary/durations";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { subjects } from "~db/vocabulary/subjects";

/** A parameter that may be given several times; any of its values is enough. */
export type ListParameter = {
  about: string;
  /** A closed list; anything else is refused. */
  values?: readonly string[];
  /** Values never hold a comma, so that they may be given as one list. */
  commas: boolean;
};

/** Facets that narrow the search, and are counted in the answer. */
export const facetParameters = {
  subject: { about: "School subject.", values: subjects, commas: true },
  age: { about: "Age of the pupils in years: from, to.", values: ageBands, commas: true },
  material: { about: "A material by its short name, such as cardboard-tube.", commas: true },
  duration: { about: "How long it takes.", values: durations, commas: true },
  language: { about: "Language it is written in, such as en, pt or zh-Hans.", commas: true },
  licence: { about: "Licence by its short name, such as “CC BY 4.0”, or by its address.", commas: false },
  kind: { about: "Kind of lesson resource, in its author's word.", commas: false },
} as const satisfies Record<string, ListParameter>;

/** @param types the kinds the API tells of */
export const typeParameter = (types: readonly SearchableType[]): ListParameter => ({
  about: "Kind of record; all kinds unless given.",
  values: types,
  commas: true,
});

export const sorts = ["best", "newest", "shortest", "title"] as const satisfies readonly SearchSort[];

export const USUAL_PAGE = 20;

/** Most values of one parameter, and most characters of one value. */
export const MOST_VALUES = 20;
export const LONGEST_VALUE = 200;

export type ApiQuestion = {
  text: string;
  types: SearchableType[];
  filters: Record<string, string[]>;
  sort: SearchSort;
  page: number;
  perPage: number;
};

/** What is wrong with a question, in English. */
export class WrongParameter extends Error {}

/**
 * Reads what the API is asked. Parameters it does not know are no mistake.
 * @param known the kinds the API tells of
 * @throws WrongParameter that says which parameter is wrong and what is expected
 */
export function readParameters(given: URLSearchParams, known: readonly SearchableType[]): ApiQuestion {
  const types = readList(given, "type", typeParameter(known));
  const filters = Object.entries(facetParameters).map(([name, parameter]) => [
    name,
    readList(given, name, parameter),
  ]);
  const perPage = readNumber(given, "perPage", USUAL_PAGE, LARGEST_PAGE);
  const page = readNumber(given, "page", 1, Math.floor(MOST_REACHABLE / perPage));
  const sort = given.get("sort") || "best";
  const order = sorts.find((each) => each === sort);
  if (!order) throw new WrongParameter(`sort is ${quoted(sort)}: expected one of ${sorts.join(", ")}.`);
  return {
    text: clean(given.get("q") ?? "", LONGEST_TEXT),
    types: known.filter((type) => types.length === 0 || types.includes(type)),
    filters: Object.fromEntries(filters.filter(([, values]) => values!.length > 0)),
    sort: order,
    page,
    perPage,
  };
}

function readList(given: URLSearchParams, name: string, { values: known, commas }: ListParameter): string[] {
  const texts = given.getAll(name).flatMap((text) => (commas ? text.split(",") : text));
  const values = [...new Set(texts.map((text) => clean(text)))].filter(Boolean);
  if (values.length > MOST_VALUES) {
    throw new WrongParameter(`${name} has ${values.length} values: at most ${MOST_VALUES} are taken.`);
  }
  for (const value of values) {
    if (known && !known.includes(value)) {
      throw new WrongParameter(`${name} is ${quoted(value)}: expected one of ${known.join(", ")}.`);
    }
    if (value.length > LONGEST_VALUE) {
      throw new WrongParameter(`A value of ${name} is longer than ${LONGEST_VALUE} characters.`);
    }
  }
  return values;
}

function readNumber(given: URLSearchParams, name: string, usual: number, most: number): number {
  const text = given.get(name);
  if (text === null || text === "") return usual;
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new WrongParameter(`${name} is ${quoted(text)}: expected a whole number from 1 to ${most}.`);
}

/** One line without control characters and broken pairs, at most so many characters. */
function clean(text: string, most = text.length): string {
  const line = text.replace(/[\p{Cc}\p{Cs}]/gu, " ").trim();
  return [...line].slice(0, most).join("").trim();
}

const quoted = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
