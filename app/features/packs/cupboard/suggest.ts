import type { NamedMaterial } from "./names";
import { nameIndex } from "./names";
import { proposalsFor } from "./typos";
import { wordsOf } from "./words";

const MOST_SUGGESTIONS = 8;

/**
 * Materials for what somebody has typed so far: names that begin with it, then names with a word that does, then names
 * that are spelt almost so.
 * @returns each with the name that matched, where it is not the material's first
 */
export function suggestMaterials<Material extends NamedMaterial>(
  vocabulary: readonly Material[],
  typed: string,
): { material: Material; by: string | null }[] {
  const words = wordsOf(typed);
  const text = words.join(" ");
  if (text.length < 2) return [];
  const found = vocabulary
    .map((material) => ({ material, ...bestName(material, text) }))
    .filter(({ place }) => place < NOWHERE)
    .sort((a, b) => a.place - b.place || a.material.name.localeCompare(b.material.name));
  if (found.length > 0) return found.slice(0, MOST_SUGGESTIONS).map(({ material, by }) => ({ material, by }));
  const near = proposalsFor(nameIndex(vocabulary), words);
  return near.map((id) => ({ material: vocabulary.find((one) => one.id === id)!, by: null }));
}

const NOWHERE = 4;

/** The name that fits best: 0 and 1 where the text begins its name or another, 2 and 3 where it begins a word. */
function bestName({ name, names, synonyms }: NamedMaterial, text: string) {
  let best: { place: number; by: string | null } = { place: NOWHERE, by: null };
  for (const [index, one] of [name, ...Object.values(names), ...synonyms].entries()) {
    const folded = ` ${wordsOf(one).join(" ")}`;
    const at = folded.indexOf(` ${text}`);
    if (at < 0) continue;
    const place = (at === 0 ? 0 : 2) + (index === 0 ? 0 : 1);
    if (place < best.place) best = { place, by: index === 0 ? null : one };
  }
  return best;
}
