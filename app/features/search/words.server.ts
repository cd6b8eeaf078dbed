import { currentLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { FoundKind } from "./kinds";

// What kinds of records are called, in the reader's language.

type Count = { count: number; number: string };

const names: Record<FoundKind, () => string> = {
  pack: m.nav_packs,
  resource: m.nav_resources,
  network: m.nav_networks,
};

const counts: Record<FoundKind, (count: Count) => string> = {
  pack: m.search_pack_count,
  resource: m.search_resource_count,
  network: m.search_network_count,
};

const alls: Record<FoundKind, (count: { number: string }) => string> = {
  pack: m.search_pack_all,
  resource: m.search_resource_all,
  network: m.search_network_all,
};

const abouts: Record<FoundKind, () => string> = {
  pack: m.search_pack_about,
  resource: m.search_resource_about,
  network: m.search_network_about,
};

/** "Packs" */
export const kindName = (kind: FoundKind) => names[kind]();

/** What one finds among them, in a sentence. */
export const kindAbout = (kind: FoundKind) => abouts[kind]();

/** "7 packs" */
export const kindCount = (kind: FoundKind, counted: Counted) => counts[kind](countOf(counted));

/** "All 7 packs" */
export const allOfKind = (kind: FoundKind, counted: Counted) => alls[kind](countOf(counted));

export type Counted = { total: number; capped: boolean };

/** A number and how it is written: "5,000+" where counting stopped early. */
export const countOf = ({ total, capped }: Counted): Count => ({
  count: total,
  number: total.toLocaleString(currentLocale()) + (capped ? "+" : ""),
});
