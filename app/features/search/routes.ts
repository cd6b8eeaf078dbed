import { page } from "../../routes-helper";

export const routes = [
  page("search", "search/pages/search.tsx"),
  page("search/suggest", "search/pages/suggest.ts"),
  page("settings/saved-searches", "search/pages/saved-searches.tsx"),
];
