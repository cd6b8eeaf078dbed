import type { RouteConfigEntry } from "@remix-run/route-config";
import { page } from "../../routes-helper";

export const routes: RouteConfigEntry[] = [
  page("notifications", "notifications/pages/notifications.tsx"),
  page("notifications/unread", "notifications/pages/unread.ts"),
  page("settings/notifications", "notifications/pages/choose-mails.tsx"),
  page("unsubscribe/:token", "notifications/pages/unsubscribe.tsx"),
];
