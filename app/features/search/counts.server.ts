import { currentLocale } from "~/platform/i18n/locale";
import type { Count } from "~/platform/search-engine/searchable";

export type Counted = { total: number; capped: boolean };

/** A number and how it is written: "5,000+" where counting stopped early. */
export const countOf = ({ total, capped }: Counted): Count => ({
  count: total,
  number: total.toLocaleString(currentLocale()) + (capped ? "+" : ""),
});
