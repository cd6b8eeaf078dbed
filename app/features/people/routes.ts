import { page } from "../../routes-helper";

export const routes = [
  page("people/:id", "people/pages/person.tsx"),
  page("people/:id/photo/:version", "people/pages/photo.ts"),
  page("schools/:id", "people/pages/school.tsx"),
];
