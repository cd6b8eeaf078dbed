import { wordsOf } from "./cupboard/words";

/** What a material is called. */
export type MaterialNames = { name: string; synonyms: string[]; names: Record<string, string> };

/**
 * What a material is called once another was merged into it. It keeps its own names; the other's name and every name
 * that has no place of its own become synonyms, each once however it is written.
 */
export function unitedNames(into: MaterialNames, from: MaterialNames): Omit<MaterialNames, "name"> {
  const names = { ...from.names, ...into.names };
  const taken = new Set([into.name, ...Object.values(names)].map(sameness));
  const synonyms: string[] = [];
  for (const text of [...into.synonyms, from.name, ...from.synonyms, ...Object.values(from.names)]) {
    if (taken.has(sameness(text))) continue;
    taken.add(sameness(text));
    synonyms.push(text);
  }
  return { synonyms, names };
}

const sameness = (text: string) => wordsOf(text).join(" ") || text;
