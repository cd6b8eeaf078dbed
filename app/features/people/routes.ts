import { page } from "../../routes-helper";

export const routes = [
  page("people/:id", "people/pages/person.tsx"),
  page("schools/:id", "people/pages/school.tsx"),
];
