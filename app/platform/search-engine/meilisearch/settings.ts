import type { Settings } from "meilisearch";
import { stopWords } from "../text/stop-words";
import { synonymRows } from "../text/synonyms";

/** Matches beyond these are not counted. */
export const MOST_COUNTED = 5_000;

/** Values of one facet that are counted, the most frequent first; more than any vocabulary of ours has. */
const MOST_FACET_VALUES = 1_000;

const exact = { facetSearch: false, filter: { equality: true, comparison: false } };

/** Fields that are searched, the most telling first. `…Pieces` hold scripts without spaces, cut into pairs of letters. */
const searchedFields = ["title", "titlePieces", "keywords", "summary", "pieces", "body", "german"];

/** Small words inside names ("design and technology"): a synonym is found only when all its words are in the index. */
export const connecting: ReadonlySet<string> = new Set(["and", "for", "und", "des", "mit"]);

/**
 * How the index reads, ranks and filters. Typo tolerance: no letter wrong up to 4 letters, one up to 8, two beyond.
 * @param synonyms groups of words or phrases that mean the same
 */
export const settingsWith = (synonyms: string[][]): Settings => ({
  searchableAttributes: searchedFields,
  displayedAttributes: [
    ...["id", "type", "recordId", "slug", "title", "summary", "start"],
    ...["language", "shown", "newestAt", "hash", "version"],
  ],
  filterableAttributes: [
    { attributePatterns: ["type", "audience"], features: exact },
    // Any facet of any kind of record, now or later, without new settings.
    { attributePatterns: ["facets.*"], features: exact },
  ],
  sortableAttributes: ["newestAt", "minutes", "titleKey", "own"],
  rankingRules: [
    // A wanted order goes before everything; without one, this rule does nothing.
    "sort",
    "words",
    "typo",
    "attribute",
    "proximity",
    "exactness",
    "newestAt:desc",
  ],
  stopWords: [...stopWords].filter((word) => !connecting.has(word)).sort(),
  synonyms: synonymsOf(synonyms),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: ["titlePieces", "pieces"],
    disableOnNumbers: true,
  },
  // Left to guess, Meilisearch takes single English words for German ones and cuts them ("dunn-art"). So German is read
  // as such where it is, once more beside the fields that all languages share, and its compounds are found by their parts.
  localizedAttributes: [
    { attributePatterns: ["german"], locales: ["deu"] },
    { attributePatterns: ["title", "keywords", "summary", "body"], locales: ["eng", "fra", "khm"] },
  ],
  pagination: { maxTotalHits: MOST_COUNTED },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { "*": "count" } },
  proximityPrecision: "byWord",
  separatorTokens: [],
  nonSeparatorTokens: [],
});

/** Changes when documents are stored in another form. */
const DOCUMENT_FORM = 4;

/**
 * Tells whether an index was made by this code. Synonyms are data and no part of it: they are exchanged in place.
 */
export const settingsVersion = (): string => JSON.stringify([DOCUMENT_FORM, settingsWith([])]);

/** Every name of a group with the others of it, folded as for PostgreSQL. */
export const synonymsOf = (groups: string[][]): Record<string, string[]> =>
  Object.fromEntries(synonymRows(groups).map(({ phrase, others }) => [phrase, others]));
