import type { RouteConfigEntry } from "@remix-run/route-config";
import { page } from "../../routes-helper";

export const routes: RouteConfigEntry[] = [
  page("packs", "packs/pages/packs.tsx"),
  page("packs/:slug", "packs/pages/pack.tsx"),
  page("materials", "packs/cupboard/pages/materials.tsx"),
  page("materials/suggest", "packs/cupboard/pages/suggest-materials.ts"),
  page("materials/vocabulary", "packs/vocabulary/pages/vocabulary.tsx"),
  page("materials/:slug/edit", "packs/vocabulary/pages/edit-material.tsx"),
  page("materials/:slug/merge", "packs/vocabulary/pages/merge-material.tsx"),
];
