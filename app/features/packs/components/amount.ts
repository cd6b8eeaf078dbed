import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Unit } from "~db/vocabulary/units";

/**
 * A quantity as one says it: "28 sheets", "8.4 m", "60 cm", "1.4 kg". Pieces are counted without a word.
 * @param quantity in `unit`
 */
export function amountText(quantity: number, unit: Unit): string {
  const number = numberText(quantity);
  switch (unit) {
    case "piece":
      return number;
    case "sheet":
      return m.packs_amount_sheet({ count: quantity, number });
    case "roll":
      return m.packs_amount_roll({ count: quantity, number });
    case "pair":
      return m.packs_amount_pair({ count: quantity, number });
    case "pack":
      return m.packs_amount_pack({ count: quantity, number });
    case "metre":
      if (quantity < 1) return m.packs_amount_cm({ number: numberText(quantity * 100) });
      return m.packs_amount_m({ number });
    case "gram":
      if (quantity >= 1000) return m.packs_amount_kg({ number: numberText(quantity / 1000) });
      return m.packs_amount_g({ number });
    case "millilitre":
      if (quantity >= 1000) return m.packs_amount_l({ number: numberText(quantity / 1000) });
      return m.packs_amount_ml({ number });
    case "litre":
      return m.packs_amount_l({ number });
  }
}

/** At most three decimals, as quantities are kept, in the reader's way of writing numbers. */
const numberText = (value: number) => formatterOf(formattingLocale()).format(value);

// Making one takes longer than a whole row of the table.
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(locale: string): Intl.NumberFormat {
  const formatter = formatters.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  formatters.set(locale, formatter);
  return formatter;
}
