/**
 * A material by all its names, as a sentence of its own, because it may be what an excerpt shows:
 * "String (twine, ficelle)."
 */
export function namesOf(material: {
  name: string;
  synonyms: string[];
  names: Record<string, string>;
}): string {
  const others = [...material.synonyms, ...Object.values(material.names)].join(", ");
  return others ? `${material.name} (${others}).` : `${material.name}.`;
}

/** Pieces of text, each on a line of its own; empty ones are left out. */
export const paragraphs = (...parts: string[]) => parts.filter(Boolean).join("\n");
