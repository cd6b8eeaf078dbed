import type { Subject } from "~db/vocabulary/subjects";
import { normaliseLanguage } from "./language";
import { readLicence } from "./licence";
import { readMinutes } from "./minutes";
import { subjectsOf } from "./subjects";
import { plainTextOf, readText } from "./text/blocks";

/** A schema.org LearningResource as a row of ours. */
export type ResourceRecord = {
  identifier: string;
  title: string;
  summary: string;
  body: string;
  language: string;
  kind: string;
  subjects: Subject[];
  topics: string[];
  materials: string[];
  licence: string;
  author: string;
  collection: string;
  minutes: number | null;
  ageFrom: number | null;
  ageTo: number | null;
};

/** Why a line was not taken: a message and what fills its gaps. */
export type LineProblem = { code: string; values?: Record<string, string> };

/** Longest texts that are taken, in characters; a record with a longer one is refused rather than cut. */
const longest = { identifier: 300, title: 300, text: 200_000, name: 300 };

/** Longest summary; longer descriptions are cut at a word. */
const LONGEST_SUMMARY = 300;

const MOST_NAMES = 100;

/** Reads one line of a file of records. */
export function readRecord(
  line: string,
): { record: ResourceRecord; source: Record<string, unknown> } | { problem: LineProblem } {
  let source: unknown;
  try {
    source = JSON.parse(line);
  } catch {
    return { problem: { code: "resources_line_no_json" } };
  }
  if (typeof source !== "object" || source === null || Array.isArray(source)) {
    return { problem: { code: "resources_line_no_object" } };
  }
  const given = storableCopy(source) as Record<string, unknown>;
  const types = textsOf(given["@type"]);
  if (!types.some((type) => type.replace(/^.*[/:#]/, "") === "LearningResource")) {
    return { problem: { code: "resources_line_other_type" } };
  }
  const identifier = textOf(given.identifier) || textOf(given["@id"]);
  const title = oneLine(textOf(given.name));
  const language = normaliseLanguage(textsOf(given.inLanguage)[0] ?? "");
  const licence = readLicence(textsOf(given.license)[0] ?? "");
  const body = textOf(given.text);
  if (!identifier) return missing("identifier");
  if (!title) return missing("name");
  if (!language)
    return { problem: { code: "resources_line_language", values: shownValue(given.inLanguage) } };
  if (!licence) return { problem: { code: "resources_line_licence", values: shownValue(given.license) } };
  if (identifier.length > longest.identifier) return tooLong("identifier", longest.identifier);
  if (title.length > longest.title) return tooLong("name", longest.title);
  if (body.length > longest.text) return tooLong("text", longest.text);
  const topics = namesOf(given.about, given.teaches, given.keywords);
  const [ageFrom, ageTo] = agesOf(textOf(given.typicalAgeRange));
  return {
    source: given,
    record: {
      identifier,
      title,
      summary: summaryOf(title, textOf(given.description), body),
      body,
      language,
      kind: oneLine(textsOf(given.learningResourceType)[0] ?? "")
        .toLowerCase()
        .slice(0, 60),
      subjects: subjectsOf(topics),
      topics,
      materials: namesOf(given.material, given.materials).map(withoutBullet).filter(Boolean),
      licence,
      author: namesOf(given.author ?? given.creator)
        .join(", ")
        .slice(0, longest.name),
      collection: namesOf(given.isPartOf)[0] ?? "",
      minutes: readMinutes(textOf(given.timeRequired)),
      ageFrom,
      ageTo,
    },
  };
}

const missing = (property: string) => ({ problem: { code: "resources_line_missing", values: { property } } });
const tooLong = (property: string, most: number) => ({
  problem: { code: "resources_line_too_long", values: { property, most: String(most) } },
});
const shownValue = (value: unknown) => ({ value: (JSON.stringify(value) ?? "").slice(0, 80) });

// NUL cannot be stored, nor half of a surrogate pair.
const storable = (text: string) => text.replace(/[\0\p{Cs}]/gu, "");
const textOf = (value: unknown): string => (typeof value === "string" ? storable(value).trim() : "");

/** Deeper nesting than any record has. */
const DEEPEST = 20;

/** The value with every text in it made storable; what is nested too deep becomes null. */
function storableCopy(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return storable(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return null;
  if (Array.isArray(value)) return value.map((each) => storableCopy(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [storable(key), storableCopy(each, depth + 1)]),
  );
}
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value]);
const textsOf = (value: unknown): string[] => listOf(value).map(textOf).filter(Boolean);

/** Names given as text or as things with a name, one or many. */
function namesOf(...values: unknown[]): string[] {
  const names = values.flatMap(listOf).map((value) => {
    const named = typeof value === "object" && value !== null ? (value as { name?: unknown }).name : value;
    return oneLine(textOf(named)).slice(0, longest.name);
  });
  return [...new Set(names.filter(Boolean))].slice(0, MOST_NAMES);
}

const withoutBullet = (name: string) =>
  name
    .replace(/^[*+•-]\s*/, "")
    .replaceAll("@boardname@", "micro:bit")
    .trim();

/** "9-12", "9-" or "9": youngest and oldest in years, where they make sense. */
function agesOf(range: string): [number | null, number | null] {
  const parts = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2})?)?\s*$/.exec(range);
  if (!parts) return [null, null];
  const from = Number(parts[1]);
  const to = parts[2] ? Number(parts[2]) : range.trim() === parts[1] ? from : 19;
  return from >= 3 && to <= 19 && from <= to ? [from, to] : [null, null];
}

/**
 * One or two sentences for lists. Many records only repeat their title and the beginning of their text there: then the
 * first paragraphs say it better.
 */
function summaryOf(title: string, description: string, body: string): string {
  const given = oneLine(plainTextOf(readText(description)));
  if (given && !given.toLowerCase().startsWith(title.toLowerCase())) return shortened(given);
  let summary = "";
  for (const block of readText(body, title)) {
    if (block.kind !== "paragraph" && block.kind !== "list") continue;
    summary = oneLine(`${summary} ${plainTextOf([block])}`);
    if (summary.length >= 80) break;
  }
  return shortened(summary || given);
}

function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  const piece = text.slice(0, LONGEST_SUMMARY - 2);
  const space = piece.lastIndexOf(" ");
  return `${space > LONGEST_SUMMARY / 2 ? piece.slice(0, space) : piece.replace(/[\ud800-\udbff]$/, "")} …`;
}
