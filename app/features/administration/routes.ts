import { page } from "../../routes-helper";

export const routes = [
  page("admin", "administration/pages/administration.tsx"),
  page("admin/settings", "administration/pages/settings.tsx"),
  page("admin/audit", "administration/pages/audit.tsx"),
  page("admin/bounces", "administration/pages/bounces.tsx"),
];
