/** How many documents hold each word, counted while they pass by. */
export type CountedWords = ReturnType<typeof countWords>;

/** Words there is room for at first; it doubles as they come. */
const ROOM = 65_536;

/**
 * Counts words in as little memory as JavaScript allows: about 80 bytes for each different one, so some 40 MB for the
 * half million that 100,000 documents hold.
 */
export function countWords() {
  const places = new Map<string, number>();
  let counts = new Int32Array(ROOM * 3);
  let inHeads = new Uint8Array(ROOM);

  const placeOf = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    const place = places.size;
    places.set(word, place);
    if (place >= inHeads.length) {
      counts = doubled(counts, new Int32Array(counts.length * 2));
      inHeads = doubled(inHeads, new Uint8Array(inHeads.length * 2));
    }
    return place;
  };

  return {
    /** @param heads those of the words that stand outside the body */
    add(lexemes: string[], heads: string[], audience: string[]) {
      const everyone = audience.includes("everyone") ? 1 : 0;
      const members = audience.includes("members") ? 1 : 0;
      // The document itself is counted under "*".
      for (const lexeme of ["*", ...lexemes]) {
        const at = placeOf(lexeme) * 3;
        counts[at]! += 1;
        counts[at + 1]! += everyone;
        counts[at + 2]! += members;
      }
      for (const head of heads) inHeads[placeOf(head)] = 1;
    },
    /** Each word with the documents that hold it, those open to everyone and to members, in no order. */
    *all() {
      for (const [word, place] of places) {
        const [documents, everyone, members] = counts.subarray(place * 3, place * 3 + 3);
        yield {
          word,
          documents: documents!,
          everyone: everyone!,
          members: members!,
          head: inHeads[place] === 1,
        };
      }
    },
  };
}

function doubled<List extends Int32Array | Uint8Array>(from: List, to: List): List {
  to.set(from);
  return to;
}
