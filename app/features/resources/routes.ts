import { page } from "../../routes-helper";

export const routes = [
  page("resources", "resources/pages/resources.tsx"),
  page("resources/:slug", "resources/pages/resource.tsx"),
];
