import { m } from "~/platform/i18n/messages";
import type { Unit } from "~db/vocabulary/units";

const names: Record<Unit, () => string> = {
  piece: m.vocabulary_unit_piece,
  sheet: m.vocabulary_unit_sheet,
  metre: m.vocabulary_unit_metre,
  gram: m.vocabulary_unit_gram,
  millilitre: m.vocabulary_unit_millilitre,
  litre: m.vocabulary_unit_litre,
  roll: m.vocabulary_unit_roll,
  pair: m.vocabulary_unit_pair,
  pack: m.vocabulary_unit_pack,
};

/** What a unit is called where one is chosen. */
export const unitName = (unit: Unit): string => names[unit]();
