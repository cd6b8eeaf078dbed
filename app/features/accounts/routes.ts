import { page } from "../../routes-helper";

export const routes = [
  page("sign-up", "accounts/pages/sign-up.tsx"),
  page("verify", "accounts/pages/verify.tsx"),
  page("sign-in", "accounts/pages/sign-in.tsx"),
  page("sign-in/code", "accounts/pages/sign-in-code.tsx"),
  page("sign-out", "accounts/pages/sign-out.tsx"),
  page("reset-password", "accounts/pages/reset-password.tsx"),
  page("settings", "accounts/pages/settings.tsx"),
  page("settings/security", "accounts/pages/security.tsx"),
  page("settings/profile", "accounts/profile/pages/profile.tsx"),
  page("settings/photo", "accounts/profile/pages/photo.tsx"),
  page("settings/email", "accounts/pages/settings-email.tsx"),
  page("change-email", "accounts/pages/change-email.tsx"),
  page("settings/second-factor", "accounts/pages/second-factor.tsx"),
  page("preferences", "accounts/pages/preferences.tsx"),
];
