import { page } from "../../routes-helper";

export const routes = [
  page("sign-up", "accounts/pages/sign-up.tsx"),
  page("verify", "accounts/pages/verify.tsx"),
  page("sign-in", "accounts/pages/sign-in.tsx"),
  page("sign-out", "accounts/pages/sign-out.tsx"),
  page("reset-password", "accounts/pages/reset-password.tsx"),
  page("settings", "accounts/pages/settings.tsx"),
  page("preferences", "accounts/pages/preferences.tsx"),
];
