import { page } from "../../routes-helper";

export const routes = [
  page("search", "search/pages/search.tsx"),
  page("search/suggest", "search/pages/suggest.ts"),
  page("settings/saved-searches", "search/pages/saved-searches.tsx"),
  page("api/v1/search", "search/api/search.ts"),
  page("api/v1/openapi.json", "search/api/openapi.ts"),
  page("api/*", "search/api/unknown.ts"),
];
