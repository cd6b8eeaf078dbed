import type { SearchableType } from "~/platform/search-engine/search-engine";

const rooms: Record<SearchableType, string> = {
  pack: "/packs",
  resource: "/resources",
  network: "/networks",
  school: "/schools",
};

/** The page of a record, as a path of this site. */
export const urlOf = (type: SearchableType, slug: string): string =>
  `${rooms[type]}/${encodeURIComponent(slug)}`;
