import { page } from "../../routes-helper";

export const routes = [
  page("schools", "schools/pages/schools.tsx"),
  page("schools/suggest", "schools/pages/suggest-schools.ts"),
  page("places/suggest", "schools/pages/suggest-places.ts"),
  page("admin/schools", "schools/merging/pages/doubles.tsx"),
  page("admin/schools/compare", "schools/merging/pages/compare.tsx"),
  page("settings/school", "schools/pages/my-school.tsx"),
];
