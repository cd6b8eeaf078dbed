import { page } from "../../routes-helper";

export const routes = [
  page("search", "search/pages/search.tsx"),
  page("api/v1/search", "search/pages/api-search.ts"),
  page("api/v1/openapi.json", "search/pages/api-description.ts"),
  page("api/*", "search/pages/api-elsewhere.ts"),
];
