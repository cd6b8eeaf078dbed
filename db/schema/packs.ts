import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Licence } from "../vocabulary/licences";
import type { Subject } from "../vocabulary/subjects";
import type { Unit } from "../vocabulary/units";
import { people } from "./accounts";
import { createdAt, key, moment } from "./columns";

/** Canonical materials. A tool comes back after the lesson, a consumable is used up. */
export const materials = pgTable(
  "materials",
  {
    id: key(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    unit: text().$type<Unit>().notNull(),
    kind: text().$type<"consumable" | "tool">().notNull(),
    synonyms: text().array().notNull().default(sql`'{}'`),
    /** Name by language other than English, `{ fr: "ficelle" }`. */
    names: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: createdAt(),
    /**
     * The material this one turned out to be. The row stays, so that its slug in an old address or list keeps its
     * meaning; nothing else points at it, and it leads to a material that is not merged itself.
     */
    mergedInto: uuid().references((): AnyPgColumn => materials.id, { onDelete: "restrict" }),
  },
  (t) => [
    index("materials_merged").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    check("materials_kind_known", sql`${t.kind} in ('consumable','tool')`),
    check("materials_merged_elsewhere", sql`${t.mergedInto} <> ${t.id}`),
  ],
);

/** What can stand for a material: the one does the other's work. It need not hold the other way round. */
export const materialSubstitutes = pgTable(
  "material_substitutes",
  {
    materialId: uuid()
      .notNull()
      .references(() => materials.id, { onDelete: "cascade" }),
    substituteId: uuid()
      .notNull()
      .references(() => materials.id, { onDelete: "cascade" }),
    /** What to mind: "cut it double". */
    note: text(),
  },
  (t) => [
    primaryKey({ name: "material_substitutes_pk", columns: [t.materialId, t.substituteId] }),
    index("material_substitutes_substitute").on(t.substituteId),
    check("material_substitutes_another", sql`${t.materialId} <> ${t.substituteId}`),
  ],
);

/** A curated set of activities with a list of materials. */
export const packs = pgTable(
  "packs",
  {
    id: key(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    /** BCP 47 language the pack is written in. */
    language: text().notNull(),
    summary: text().notNull(),
    /** Why it matters in engineering. */
    why: text().notNull(),
    /** The first gives the cover its colour. */
    subjects: text().array().$type<Subject[]>().notNull(),
    ageFrom: smallint().notNull(),
    ageTo: smallint().notNull(),
    /** Pupils in a group. */
    groupSize: smallint().notNull(),
    licence: text().$type<Licence>().notNull(),
    safety: text().array().notNull().default(sql`'{}'`),
    careers: jsonb().$type<{ title: string; text: string }[]>().notNull().default([]),
    keywords: text().array().notNull().default(sql`'{}'`),
    /** SVG path data of white lines on a 12 by 12 grid. */
    drawing: text().array().notNull().default(sql`'{}'`),
    /** Sum of the activities' minutes, kept so that lists need not join. */
    minutes: integer().notNull(),
    createdBy: uuid().references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    /** Null while it is a draft. */
    publishedAt: moment(),
    reviewedAt: moment(),
  },
  (t) => [
    index("packs_published").on(t.publishedAt),
    check("packs_ages", sql`${t.ageFrom} between 3 and 19 and ${t.ageTo} between ${t.ageFrom} and 19`),
    check("packs_group_size", sql`${t.groupSize} between 1 and 40`),
    check("packs_minutes", sql`${t.minutes} > 0`),
    check("packs_subjects_some", sql`cardinality(${t.subjects}) > 0`),
  ],
);

export const activities = pgTable(
  "activities",
  {
    id: key(),
    packId: uuid()
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    /** From 1, in the order pupils do them. */
    position: smallint().notNull(),
    title: text().notNull(),
    summary: text().notNull(),
    minutes: smallint().notNull(),
    steps: text().array().notNull(),
  },
  (t) => [
    unique("activities_position_unique").on(t.packId, t.position),
    check("activities_minutes", sql`${t.minutes} > 0`),
  ],
);

/** A line of a pack's materials list. */
export const packMaterials = pgTable(
  "pack_materials",
  {
    id: key(),
    packId: uuid()
      .notNull()
      .references(() => packs.id, { onDelete: "cascade" }),
    materialId: uuid()
      .notNull()
      .references(() => materials.id, { onDelete: "restrict" }),
    position: smallint().notNull(),
    /** Quantity each group needs, in `unit`. */
    perGroup: numeric({ precision: 10, scale: 3, mode: "number" }),
    /** Quantity the whole class shares, in `unit`. */
    perClass: numeric({ precision: 10, scale: 3, mode: "number" }),
    unit: text().$type<Unit>().notNull(),
    note: text(),
    /** Positions of the activities that use it. */
    usedIn: smallint().array().notNull(),
  },
  (t) => [
    unique("pack_materials_position_unique").on(t.packId, t.position),
    index("pack_materials_material").on(t.materialId),
    check(
      "pack_materials_quantity",
      sql`coalesce(${t.perGroup}, 0) >= 0 and coalesce(${t.perClass}, 0) >= 0 and coalesce(${t.perGroup}, ${t.perClass}) is not null`,
    ),
  ],
);
