import { page } from "../../routes-helper";

export const routes = [page("admin/settings", "administration/pages/settings.tsx")];
