import { z } from "zod";
import { materialsNamed, type NameIndex } from "../cupboard/names";
import { wordsOf } from "../cupboard/words";
import { materialSchema, type SubstituteInput } from "../pack";

const linesOf = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The form of a material's names: one synonym a line, a name for a language or nothing. */
export const materialForm = z.object({
  name: materialSchema.shape.name,
  unit: materialSchema.shape.unit,
  kind: materialSchema.shape.kind,
  synonyms: z.string().transform(linesOf).pipe(materialSchema.shape.synonyms),
  fr: z.literal("").or(materialSchema.shape.name),
  km: z.literal("").or(materialSchema.shape.name),
});

/** The form of what can stand for a material. */
export const substitutesForm = z.object({ substitutes: z.string().max(10_000, "packs_text_long") });

/**
 * Reads substitutes as librarians write them, one a line: "Card, 300 g, A4: cut it double".
 * @returns them by slug, and the lines whose name no material has, or more than one
 */
export function readSubstitutes(
  text: string,
  index: NameIndex,
  slugs: Map<string, string>,
): { substitutes: SubstituteInput[]; unknown: string[] } {
  const substitutes: SubstituteInput[] = [];
  const unknown: string[] = [];
  for (const line of linesOf(text)) {
    const [name, note = ""] = line.split(/\s*:\s+(.*)/s);
    const ids = materialsNamed(index, wordsOf(name!));
    if (ids.length === 1) substitutes.push({ material: slugs.get(ids[0]!)!, note });
    else unknown.push(name!);
  }
  return { substitutes, unknown };
}

/** The same the other way round. */
export const writeSubstitute = ({ name, note }: { name: string; note: string | null }): string =>
  note ? `${name}: ${note}` : name;
