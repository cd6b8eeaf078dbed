import type { Settings } from "meilisearch";
import { stopWords } from "../text/stop-words";

/** Matches beyond these are not counted. */
export const MOST_COUNTED = 5_000;

/** Values of one facet that are counted, the most frequent first; more than any vocabulary of ours has. */
const MOST_FACET_VALUES = 1_000;

const exact = { facetSearch: false, filter: { equality: true, comparison: false } };

/** Fields that are searched, the most telling first. `…Pieces` hold scripts without spaces, cut into pairs of letters. */
const searchedFields = ["title", "titlePieces", "keywords", "summary", "pieces", "body"];

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
  stopWords: [...stopWords].sort(),
  synonyms: synonymsOf(synonyms),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: ["titlePieces", "pieces"],
    disableOnNumbers: true,
  },
  // Texts are read as one of these, so that a short title is not taken for a language nobody writes here.
  localizedAttributes: [
    { attributePatterns: ["title", "keywords", "summary", "body"], locales: ["eng", "fra", "deu", "khm"] },
  ],
  pagination: { maxTotalHits: MOST_COUNTED },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { "*": "count" } },
  proximityPrecision: "byWord",
  separatorTokens: [],
  nonSeparatorTokens: [],
});

/** Changes when documents are stored in another form. */
const DOCUMENT_FORM = 1;

/**
 * Tells whether an index was made by this code. Synonyms are data and no part of it: they are exchanged in place.
 */
export const settingsVersion = (): string => JSON.stringify([DOCUMENT_FORM, settingsWith([])]);

/** Every word of a group with the others of it. */
export function synonymsOf(groups: string[][]): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const group of groups) {
    const words = [...new Set(group.map((word) => word.trim().toLowerCase()).filter(Boolean))];
    for (const word of words) {
      const others = found.get(word) ?? new Set();
      for (const other of words) if (other !== word) others.add(other);
      if (others.size > 0) found.set(word, others);
    }
  }
  return Object.fromEntries([...found].sort().map(([word, others]) => [word, [...others].sort()]));
}
