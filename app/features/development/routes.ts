import { page } from "../../routes-helper";

export const routes = [
  page("dev/mail", "development/pages/mail.tsx"),
  page("dev/mail/:id", "development/pages/mail-letter.tsx"),
  page("dev/ui", "development/pages/ui.tsx"),
];
