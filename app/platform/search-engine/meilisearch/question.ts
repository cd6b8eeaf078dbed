import type { SearchQuery } from "../search-engine";
import type { AskedWord } from "../text/asked-words";
import { editsAllowed } from "../text/spelling";
import { pairsOf } from "../text/words";
import { connecting } from "./settings";
import { isFacetName } from "./stored-document";

/** Signs that Meilisearch would read as orders (quotes, a leading minus) are not among the words of a question. */
export function questionText(asked: AskedWord[], options: { literal?: boolean } = {}): string {
  const needed = meant(asked);
  const last = asked.findLastIndex((word) => needed.includes(word));
  return asked
    .filter((asks, at) => needed.includes(asks) || (at < last && connecting.has(asks.word)))
    .map(({ typed, word, spaceless }) => {
      if (spaceless) return piecesText(word);
      // Between quotes nothing is mended, but no synonym is found either: short words do without.
      return options.literal && editsAllowed(word) > 0 ? `"${typed}"` : typed;
    })
    .join(" ");
}

/** The words that have to be there: "the" says nothing beside others. */
export const meant = (asked: AskedWord[]) => asked.filter(({ optional }) => !optional);

// A single letter begins a pair; several pairs have to follow each other.
function piecesText(run: string): string {
  const pairs = pairsOf(run);
  return pairs.length === 1 ? pairs[0]! : `"${pairs.join(" ")}"`;
}

const quoted = (value: string) => `"${value.replace(/["\\]/g, "\\$&")}"`;

const oneOf = (name: string, values: string[]) => `${name} IN [${values.map(quoted).join(", ")}]`;

export type Narrowing = Pick<SearchQuery, "audience" | "filters"> & {
  /** Null for every kind. */
  types: readonly string[] | null;
};

/**
 * The conditions a document meets, all of them. The audience is always among them.
 * @param without a facet whose filter is left out
 * @returns null where nothing can meet them
 */
export function filterOf({ types, audience, filters }: Narrowing, without?: string): string[] | null {
  const facets = Object.entries(filters).filter(([name, values]) => name !== without && values.length > 0);
  if (audience.length === 0 || types?.length === 0 || facets.some(([name]) => !isFacetName(name)))
    return null;
  return [
    oneOf("audience", audience),
    ...(types ? [oneOf("type", [...types])] : []),
    ...facets.map(([name, values]) => oneOf(`facets.${name}`, values)),
  ];
}
