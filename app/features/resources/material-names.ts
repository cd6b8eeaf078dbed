/** A material of the vocabulary: the name others know it by, and other names for it. */
export type MaterialNames = { slug: string; names: string[] };

const wordsIn = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    // "clips" is "clip": enough for finding a name again, whatever the language's grammar says.
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word));

/**
 * Makes a function that tells which materials of the vocabulary free text names: "4 Crocodile clips, tin foil" names
 * two. A longer name takes its words away from shorter ones inside it.
 */
export function materialFinder(vocabulary: MaterialNames[]): (text: string) => string[] {
  const phrases = vocabulary
    .flatMap(({ slug, names }) =>
      // "Card, 300 g, A4": what follows the comma is a size.
      names.map((name) => ({ slug, phrase: wordsIn(name.split(",")[0]!).join(" ") })),
    )
    .filter(({ phrase }) => phrase.length > 2)
    .sort((a, b) => b.phrase.length - a.phrase.length);
  return (text) => {
    let rest = ` ${wordsIn(text).join(" ")} `;
    const found = new Set<string>();
    for (const { slug, phrase } of phrases) {
      if (!rest.includes(` ${phrase} `)) continue;
      found.add(slug);
      rest = rest.replaceAll(` ${phrase} `, " | ");
    }
    return [...found];
  };
}
