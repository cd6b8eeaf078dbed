import type { HeadersFunction } from "@remix-run/node";
import { formHeaders } from "./form-headers";

/** `headers` of a page whose address is a secret: no search engine keeps it, whatever reads the page's own word. */
export const unlistedHeaders: HeadersFunction = (args) => {
  const all = new Headers(formHeaders(args));
  all.set("X-Robots-Tag", "noindex, nofollow");
  return all;
};
