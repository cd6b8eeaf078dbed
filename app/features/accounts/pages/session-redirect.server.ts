import type { AppLoadContext } from "@remix-run/node";
import { redirectTo } from "~/platform/http/redirect.server";

/**
 * The answer to a form that started or ended a session. A renewal of the session the request came with may wait to be
 * answered too; it is dropped, or it would overwrite the new cookie.
 */
export function redirectWithSession(context: AppLoadContext, path: string, cookies: string[]): Response {
  context.setCookies.length = 0;
  return redirectTo(path, { cookies });
}
