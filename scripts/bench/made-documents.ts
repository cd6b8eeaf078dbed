import type { SearchDocument } from "~/platform/search-engine/search-engine";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { type Dice, dice } from "../demo/dice";
import { type Vocabulary, vocabularies, zipf } from "./made-vocabulary";

/** How common a kind is among a hundred documents, and how many words its texts have: summary, and body from-to. */
const kinds: { type: SearchableType; share: number; summary: number; body: [from: number, to: number] }[] = [
  { type: "pack", share: 5, summary: 18, body: [250, 600] },
  { type: "activity", share: 25, summary: 14, body: [50, 180] },
  { type: "resource", share: 35, summary: 25, body: [60, 350] },
  { type: "network", share: 5, summary: 15, body: [10, 50] },
  { type: "school", share: 20, summary: 6, body: [0, 6] },
  { type: "person", share: 10, summary: 5, body: [0, 40] },
];

const subjects = [
  "physics",
  "mathematics",
  "chemistry",
  "computing",
  "biology",
  "geography",
  "design-and-technology",
];
const ages = ["11-14", "7-11", "14-18", "5-7"];
const durations = ["lesson", "half-day", "several-lessons"];
const licences = ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0", "CC BY-NC 4.0", "MIT"];
const materials = Array.from({ length: 200 }, (_, n) => `material-${n}`);

/** 1 January 2026, so that dates too are the same in every run. */
const NOW = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;

/**
 * Documents as a large house has them: six kinds, five languages with words as common as in real texts, facets, and
 * some that only members or one network may find.
 * @returns the same documents for the same seed, made while they are read
 */
export function* madeDocuments(seed: number, count: number): Generator<SearchDocument> {
  const languages = vocabularies(seed);
  const made = dice(seed);
  for (let n = 0; n < count; n++) yield madeDocument(made, languages, n);
}

function madeDocument(made: Dice, languages: Vocabulary[], n: number): SearchDocument {
  const kind = kindOf(made.next() * 100);
  const { language, words, telling } = languageOf(made, languages);
  const join = language === "ja" ? "" : " ";
  const text = (length: number, from = words) => Array.from({ length }, () => zipf(made, from)).join(join);
  const between = ([from, to]: [number, number]) => from + Math.floor(made.next() * (to - from));
  const some = (from: readonly string[], most: number) => [
    ...new Set(Array.from({ length: 1 + Math.floor(made.next() * most) }, () => zipf(made, from))),
  ];
  const taught = kind.type === "pack" || kind.type === "activity" || kind.type === "resource";
  return {
    type: kind.type,
    recordId: idOf(made, n),
    slug: `made-${n}`,
    title: text(2 + Math.floor(made.next() * 5), telling),
    summary: sentences(text(kind.summary)),
    keywords: taught ? some(telling, 6) : [],
    body: sentences(text(between(kind.body))),
    language,
    facets: taught
      ? {
          subject: some(subjects, 2),
          age: some(ages, 2),
          duration: some(durations, 1),
          material: some(materials, 8),
          language: [language],
          licence: some(licences, 1),
        }
      : { language: [language] },
    audience: audienceOf(made),
    shown: { made: n },
    minutes: taught ? 20 + Math.floor(made.next() * 20) * 10 : null,
    newestAt: new Date(NOW - Math.floor(made.next() * 1_500 * DAY)),
  };
}

function kindOf(place: number) {
  let until = 0;
  for (const kind of kinds) {
    until += kind.share;
    if (place < until) return kind;
  }
  return kinds[0]!;
}

/** Half in English. */
function languageOf(made: Dice, languages: Vocabulary[]): Vocabulary {
  return made.next() < 0.5 ? languages[0]! : made.pick(languages);
}

function audienceOf(made: Dice): string[] {
  const place = made.next();
  if (place < 0.8) return ["everyone"];
  return place < 0.92 ? ["members"] : [`network:${Math.floor(made.next() * 500)}`];
}

function idOf(made: Dice, n: number): string {
  const part = () =>
    Math.floor(made.next() * 0x1_0000)
      .toString(16)
      .padStart(4, "0");
  return `${n.toString(16).padStart(8, "0")}-${part()}-7000-8000-${part()}${part()}${part()}`;
}

/** A full stop every dozen words. */
const sentences = (text: string) => text.replace(/((?:\S+ ){11}\S+) /g, "$1. ");
