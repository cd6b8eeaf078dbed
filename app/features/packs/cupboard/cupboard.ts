/**
 * What a material costs an answer, so that answers can be put in order: nothing where it is in the cupboard, half where
 * something there can stand for it, one where it is missing.
 */
export const BESIDE = 0;
export const SUBSTITUTED = 0.5;
export const MISSING = 1;

/** What is shown: whole packs and single activities, or one of them. */
export const kinds = ["all", "packs", "activities"] as const;
export type Kind = (typeof kinds)[number];

/** What the address of the page says. */
export type CupboardAddress = {
  /** Slugs of the materials that are there. */
  materials: string[];
  /** What was typed or pasted and is not read yet, or could not be read. */
  list: string;
  kind: Kind;
  page: number;
};

export const PATH = "/materials";

/** More things than a school's cupboard holds, and the longest slug. */
export const MOST_OWNED = 250;
const LONGEST_SLUG = 80;

/** Pages one can turn to. */
const LAST_PAGE = 500;

/** So much of what could not be read stays in the address, in characters: servers refuse longer addresses. */
export const LONGEST_REST = 1_200;

/** Reads the address, or a form that says the same. Never fails: what it cannot read counts as not said. */
export function readCupboard(said: URLSearchParams | FormData): CupboardAddress {
  const texts = (name: string) => said.getAll(name).filter((value) => typeof value === "string");
  const materials = texts("material").filter(
    (slug) => slug.length <= LONGEST_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug),
  );
  const [page = ""] = texts("page");
  const [kind] = texts("show");
  return {
    materials: [...new Set(materials)].sort().slice(0, MOST_OWNED),
    list: texts("list").join("\n").replaceAll("\0", "").trim(),
    kind: kinds.find((known) => known === kind) ?? "all",
    page: /^[1-9]\d{0,3}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
  };
}

/** The address that says exactly this; what is usual is left out, so that one state has one address. */
export function cupboardHref(address: CupboardAddress, change: Partial<CupboardAddress> = {}): string {
  // What is changed begins on the first page again.
  const next = { ...address, page: 1, ...change };
  const said = new URLSearchParams();
  for (const slug of [...next.materials].sort()) said.append("material", slug);
  if (next.list) said.set("list", next.list);
  if (next.kind !== "all") said.set("show", next.kind);
  if (next.page > 1) said.set("page", String(next.page));
  const query = said.toString();
  return query ? `${PATH}?${query}` : PATH;
}

/**
 * The lines that could not be read, one a line, as far as an address may hold them.
 * @returns the text, and how many lines had no room
 */
export function restOf(lines: readonly string[]): { list: string; dropped: number } {
  let list = "";
  for (const [index, line] of lines.entries()) {
    const next = list ? `${list}\n${line}` : line;
    if (encodeURIComponent(next).length > LONGEST_REST * 3 || next.length > LONGEST_REST) {
      return { list, dropped: lines.length - index };
    }
    list = next;
  }
  return { list, dropped: 0 };
}
