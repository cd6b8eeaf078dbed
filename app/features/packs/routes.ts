import type { RouteConfigEntry } from "@remix-run/route-config";
import { page } from "../../routes-helper";

export const routes: RouteConfigEntry[] = [
  page("packs", "packs/pages/packs.tsx"),
  page("packs/:slug", "packs/pages/pack.tsx"),
];
