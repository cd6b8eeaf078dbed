import { z } from "zod";
import { type Licence, licenceNames } from "~db/vocabulary/licences";
import { subjects } from "~db/vocabulary/subjects";
import { units } from "~db/vocabulary/units";

/** Bounds on everything that grows. */
export const MOST_ACTIVITIES = 12;
export const MOST_MATERIAL_LINES = 60;
export const MOST_MATERIALS_AT_ONCE = 2000;
export const MOST_SYNONYMS = 30;
export const MOST_SUBSTITUTES = 20;

/** One line of text; control characters are refused, for neither pages nor the database can hold all of them. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, "packs_text_long")
    .regex(/^[^\p{Cc}]*$/u, "packs_text_characters");

const writtenLine = (longest: number) => line(longest).min(1, "packs_text_missing");

const list = <Item extends z.ZodType>(item: Item, longest: number) =>
  z.array(item).max(longest, "packs_list_long");

/** Name of a pack or material in addresses. */
export const slugSchema = z
  .string()
  .max(80, "packs_text_long")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "packs_slug_form");

/** BCP 47, as far as languages of lessons need it. */
const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, "packs_language_form");

/** A quantity is kept to a thousandth of its unit. */
const quantity = z
  .number()
  .min(0.001, "packs_quantity")
  .max(100_000, "packs_quantity")
  .refine((value) => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6, "packs_quantity");

const activitySchema = z.object({
  title: writtenLine(160),
  summary: line(400),
  minutes: z.number().int().min(1, "packs_minutes").max(1200, "packs_minutes"),
  steps: list(writtenLine(1500), 40),
});

const materialLineSchema = z
  .object({
    /** Slug of a material. */
    material: slugSchema,
    perGroup: quantity.optional(),
    perClass: quantity.optional(),
    unit: z.enum(units),
    note: line(300).optional(),
    /** Positions (from 1) of the activities that use it. */
    usedIn: list(z.number().int().min(1), MOST_ACTIVITIES),
  })
  .refine((row) => row.perGroup !== undefined || row.perClass !== undefined, "packs_quantity");

/** Path data and nothing else: it is drawn into every page that shows the cover. */
const pathSchema = z
  .string()
  .max(600, "packs_drawing")
  .regex(/^[Mm][MmLlHhVvCcSsQqTtAaZz0-9 .,+-]*$/, "packs_drawing");

/** A whole pack as it is saved. A draft may still lack what `missingParts` lists. */
export const packSchema = z
  .object({
    slug: slugSchema,
    title: writtenLine(120),
    language: languageSchema,
    summary: line(600),
    why: line(3000),
    subjects: list(z.enum(subjects), subjects.length)
      .min(1, "packs_subjects")
      .refine((chosen) => new Set(chosen).size === chosen.length, "packs_subjects"),
    ageFrom: z.number().int().min(3, "packs_ages").max(19, "packs_ages"),
    ageTo: z.number().int().min(3, "packs_ages").max(19, "packs_ages"),
    groupSize: z.number().int().min(1, "packs_group_size").max(40, "packs_group_size"),
    licence: z.enum(licenceNames as [Licence, ...Licence[]]),
    safety: list(writtenLine(600), 20),
    careers: list(z.object({ title: writtenLine(120), text: writtenLine(600) }), 12),
    keywords: list(writtenLine(60), 60),
    activities: list(activitySchema, MOST_ACTIVITIES).min(1, "packs_activities_none"),
    materials: list(materialLineSchema, MOST_MATERIAL_LINES),
    drawing: list(pathSchema, 24),
  })
  .refine((pack) => pack.ageFrom <= pack.ageTo, { message: "packs_ages", path: ["ageTo"] })
  .refine(
    (pack) => pack.materials.every(({ usedIn }) => usedIn.every((place) => place <= pack.activities.length)),
    {
      message: "packs_used_in",
      path: ["materials"],
    },
  );

export type PackInput = z.input<typeof packSchema>;
export type PackContent = z.output<typeof packSchema>;

/** What can stand for a material: slugs, each with what to mind. */
export const substitutesSchema = list(
  z.object({ material: slugSchema, note: line(200).optional() }),
  MOST_SUBSTITUTES,
);

export type SubstituteInput = z.input<typeof substitutesSchema>[number];
export type SubstituteContent = z.output<typeof substitutesSchema>[number];

/** A material of the vocabulary; saved again under its slug, it is corrected. */
export const materialSchema = z.object({
  slug: slugSchema,
  name: writtenLine(120),
  unit: z.enum(units),
  kind: z.enum(["consumable", "tool"]),
  synonyms: list(writtenLine(120), MOST_SYNONYMS),
  /** Its name by language other than English. */
  names: z.record(languageSchema, writtenLine(120)).default({}),
  /** What can stand for it, in place of what could before; left as it is unless given. */
  substitutes: substitutesSchema.optional(),
});

export type MaterialInput = z.input<typeof materialSchema>;
export type MaterialContent = z.output<typeof materialSchema>;

/** What a pack must have before it is published; each word is the end of a message key, packs_missing_… */
export const requiredParts = [
  "summary",
  "why",
  "steps",
  "materials",
  "safety",
  "careers",
  "drawing",
] as const;
export type RequiredPart = (typeof requiredParts)[number];

type Parts = Pick<PackContent, "summary" | "why" | "safety" | "careers" | "drawing"> & {
  activities: { steps: string[] }[];
  materials: unknown[];
};

/** The required parts that a pack still lacks, in the order a reader meets them. */
export function missingParts(pack: Parts): RequiredPart[] {
  const present: Record<RequiredPart, boolean> = {
    summary: pack.summary !== "",
    why: pack.why !== "",
    steps: pack.activities.length > 0 && pack.activities.every(({ steps }) => steps.length > 0),
    materials: pack.materials.length > 0,
    safety: pack.safety.length > 0,
    careers: pack.careers.length > 0,
    drawing: pack.drawing.length > 0,
  };
  return requiredParts.filter((part) => !present[part]);
}
