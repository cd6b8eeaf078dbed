import { ageBands } from "~db/vocabulary/ages";
import { languages } from "~db/vocabulary/languages";
import { subjects } from "~db/vocabulary/subjects";

/** Whom the members' page of a network is asked for; all of it stands in the address. */
export type DirectoryQuery = {
  /** Words of a name or of what somebody offers. */
  q: string;
  /** Words of a school's name, town or postcode. */
  school: string;
  /** A town or postcode that the nearest come first from. */
  near: string;
  /** Any of these. */
  subject: string[];
  age: string[];
  language: string[];
};

/** The facets, each a parameter of the address, with what they may say. */
export const directoryFacets = { subject: subjects, age: ageBands, language: languages } as const;
export type DirectoryFacet = keyof typeof directoryFacets;

const facetNames = Object.keys(directoryFacets) as DirectoryFacet[];

/** Longest text that is looked for, in characters. */
export const LONGEST_WORDS = 100;

/** Pages that can be asked for. */
const MOST_PAGES = 1_000;

/** Reads the address. Never fails: what it cannot read counts as not said. */
export function readDirectoryAddress(url: string): { query: DirectoryQuery; page: number } {
  const { searchParams } = new URL(url);
  const text = (name: string) =>
    [...(searchParams.get(name) ?? "").replace(/[\p{Cc}\p{Cs}]/gu, " ").trim()]
      .slice(0, LONGEST_WORDS)
      .join("");
  const ticked = (name: DirectoryFacet) => {
    const asked = new Set(searchParams.getAll(name));
    return directoryFacets[name].filter((value) => asked.has(value));
  };
  const page = searchParams.get("page") ?? "";
  return {
    query: {
      ...{ q: text("q"), school: text("school"), near: text("near") },
      ...{ subject: ticked("subject"), age: ticked("age"), language: ticked("language") },
    },
    page: /^[1-9]\d{0,3}$/.test(page) ? Math.min(Number(page), MOST_PAGES) : 1,
  };
}

/** The one address of a question, of its first page. */
export function directoryPath(slug: string, query: DirectoryQuery): string {
  const words = new URLSearchParams();
  for (const name of ["q", "school", "near"] as const) if (query[name]) words.append(name, query[name]);
  for (const name of facetNames) for (const value of query[name]) words.append(name, value);
  const path = `/networks/${slug}/members`;
  return words.size === 0 ? path : `${path}?${words}`;
}

/** Whether anything is asked at all. */
export const asksAnything = ({ q, school, near, subject, age, language }: DirectoryQuery) =>
  [q, school, near, subject, age, language].some(({ length }) => length > 0);

/** Everybody. */
export const nothingAsked: DirectoryQuery = {
  ...{ q: "", school: "", near: "" },
  ...{ subject: [], age: [], language: [] },
};
