import type { Subject } from "~db/vocabulary/subjects";

/** School subjects by the words records use for them. What is not here stays a topic and gives no subject. */
const byWord: Record<string, Subject> = {
  physics: "physics",
  chemistry: "chemistry",
  biology: "biology",
  mathematics: "mathematics",
  maths: "mathematics",
  math: "mathematics",
  numeracy: "mathematics",
  geometry: "mathematics",
  statistics: "mathematics",
  computing: "computing",
  "computer science": "computing",
  informatics: "computing",
  programming: "computing",
  "design and technology": "design-and-technology",
  "design-and-technology": "design-and-technology",
  electronics: "design-and-technology",
  engineering: "design-and-technology",
  geography: "geography",
};

/** The subjects some words name, in their order. */
export function subjectsOf(words: string[]): Subject[] {
  const found = words.flatMap((word) => {
    const key = word.trim().toLowerCase();
    return Object.hasOwn(byWord, key) ? [byWord[key]!] : [];
  });
  return [...new Set(found)];
}
