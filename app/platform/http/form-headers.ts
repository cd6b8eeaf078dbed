import type { HeadersFunction } from "@remix-run/node";

/**
 * `headers` of a page with a form: passes on how long to wait after too many tries, which Remix drops otherwise.
 * Cookies need nothing of the kind.
 */
export const formHeaders: HeadersFunction = ({ actionHeaders }) => {
  const wait = actionHeaders.get("Retry-After");
  return wait ? { "Retry-After": wait } : new Headers();
};
