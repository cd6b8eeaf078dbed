import { describe, expect, it } from "vitest";
import { amountText } from "~/features/packs/components/amount";
import { withLocale } from "~/platform/i18n/locale.server";
import type { Unit } from "~db/vocabulary/units";

describe("an amount as one says it", () => {
  it.each<[number, Unit, string, string]>([
    [7, "piece", "7", "7"],
    [1, "sheet", "1 sheet", "1 feuille"],
    [28, "sheet", "28 sheets", "28 feuilles"],
    [0.5, "sheet", "0.5 sheets", "0,5 feuille"],
    [2, "pair", "2 pairs", "2 paires"],
    [4, "roll", "4 rolls", "4 rouleaux"],
    [7, "pack", "7 packets", "7 lots"],
    [8.4, "metre", "8.4 m", "8,4 m"],
    [0.3, "metre", "30 cm", "30 cm"],
    [0.29, "metre", "29 cm", "29 cm"],
    [250, "gram", "250 g", "250 g"],
    [1400, "gram", "1.4 kg", "1,4 kg"],
    [350, "millilitre", "350 ml", "350 ml"],
    [2450, "millilitre", "2.45 l", "2,45 l"],
    [15, "litre", "15 l", "15 l"],
  ])("%d %s is %s and %s", (quantity, unit, english, french) => {
    const said = (locale: string) =>
      withLocale(locale, () => amountText(quantity, unit)).replaceAll("\u00a0", " ");
    expect([said("en"), said("fr")]).toEqual([english, french]);
  });
});
