import type { RequestBrowser } from "~/platform/sessions/browser-name.server";

/** What the headers of a request tell of the browser it came from. */
export const browserOf = (request: Request): RequestBrowser => ({
  cookies: request.headers.get("Cookie"),
  userAgent: request.headers.get("User-Agent"),
});
