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
  /** Whether a list was longer than can be read or kept, so that some of it is lost. */
  cut: boolean;
};

export const PATH = "/materials";

/**
 * A link of this site has at most 2,048 characters (`platform/http/site-path`). So many of them may name what is there,
 * which is enough for some 120 materials; the rest is for what could not be read.
 */
const LONGEST_HAVE = 1_500;
const LONGEST_ADDRESS = 1_950;
const LONGEST_SLUG = 80;
const MOST_SLUGS = 400;

/** Pages one can turn to. */
const LAST_PAGE = 500;

/** Reads the address, or a form that says the same. Never fails: what it cannot read counts as not said. */
export function readCupboard(said: URLSearchParams | FormData): CupboardAddress {
  const texts = (name: string) => said.getAll(name).filter((value) => typeof value === "string");
  // Boxes send one each; a link names them all in one word.
  const slugs = [...texts("material"), ...texts("have").flatMap((text) => text.split("."))].slice(
    0,
    MOST_SLUGS,
  );
  const materials = slugs.filter(
    (slug) => slug.length <= LONGEST_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug),
  );
  const [page = ""] = texts("page");
  const [kind] = texts("show");
  return {
    materials: [...new Set(materials)].sort(),
    // One field to type in, one to paste into.
    list: [...texts("add"), ...texts("list")].join("\n").replaceAll("\0", "").trim(),
    kind: kinds.find((known) => known === kind) ?? "all",
    page: /^[1-9]\d{0,3}$/.test(page) ? Math.min(Number(page), LAST_PAGE) : 1,
    cut: texts("cut")[0] === "1",
  };
}

/** The address that says exactly this; what is usual is left out, so that one state has one address. */
export function cupboardHref(address: CupboardAddress, change: Partial<CupboardAddress> = {}): string {
  // What is changed begins on the first page again.
  const next = { ...address, page: 1, cut: false, ...change };
  const said = new URLSearchParams();
  if (next.materials.length > 0) said.set("have", next.materials.join("."));
  if (next.list) said.set("list", next.list);
  if (next.kind !== "all") said.set("show", next.kind);
  if (next.page > 1) said.set("page", String(next.page));
  if (next.cut) said.set("cut", "1");
  const query = said.toString();
  return query ? `${PATH}?${query}` : PATH;
}

/**
 * What of a cupboard an address has room for: materials in the order of the alphabet, then lines that could not be
 * read, without those that are too long.
 * @returns it as parts of the address, `cut` where something had no room
 */
export function fitted(
  slugs: Iterable<string>,
  lines: readonly string[],
): Pick<CupboardAddress, "materials" | "list" | "cut"> {
  const all = [...new Set(slugs)].sort();
  const materials = taken(all, LONGEST_HAVE, (slug) => slug.length + 1);
  const room = LONGEST_ADDRESS - materials.join(".").length;
  const kept = taken(lines, room, (line) => encodeURIComponent(line).length + 6);
  const cut = materials.length < all.length || kept.length < lines.length;
  return { materials, list: kept.join("\n"), cut };
}

function taken(items: readonly string[], room: number, lengthOf: (item: string) => number): string[] {
  let left = room;
  return items.filter((item) => {
    if (lengthOf(item) > left) return false;
    left -= lengthOf(item);
    return true;
  });
}
