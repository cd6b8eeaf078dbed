import type { Licence } from "../../vocabulary/licences";
import type { Subject } from "../../vocabulary/subjects";
import type { Unit } from "../../vocabulary/units";

/** One activity of a pack, in the order pupils do it. */
export type ActivityContent = {
  title: string;
  /** One sentence: what pupils do and what they find out. */
  summary: string;
  minutes: number;
  /** Each step is one thing the teacher says or pupils do. */
  steps: string[];
};

/** A line of the materials list. At least one of `perGroup` and `perClass` is set. */
export type MaterialContent = {
  /** Slug in `materials.ts`. */
  material: string;
  /** Quantity each group needs. */
  perGroup?: number;
  /** Quantity the whole class shares, whatever its size. */
  perClass?: number;
  unit: Unit;
  /** What to look for when buying or collecting, or what may replace it. */
  note?: string;
  /** Positions (from 1) of the activities that use it. */
  usedIn: number[];
};

/** Everything a pack of the demo world says. */
export type PackContent = {
  slug: string;
  title: string;
  /** BCP 47 language the pack is written in. */
  language: string;
  /** 90 to 220 characters: what pupils do and find out. */
  summary: string;
  /** Why it matters in engineering: two to four sentences, true. */
  why: string;
  /** The first gives the cover its colour. */
  subjects: [Subject, ...Subject[]];
  ageFrom: number;
  ageTo: number;
  /** Pupils in a group. */
  groupSize: number;
  licence: Licence;
  safety: string[];
  careers: { title: string; text: string }[];
  /** Words people search for that the text does not hold: other names, French and Khmer words. */
  keywords: string[];
  activities: ActivityContent[];
  materials: MaterialContent[];
  /** SVG path data drawn as white lines on a 12 by 12 grid, y downwards. */
  drawing: string[];
};
