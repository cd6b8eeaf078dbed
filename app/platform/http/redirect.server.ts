import { redirect } from "@remix-run/node";
import { isSitePath } from "./site-path";

/**
 * The one way to redirect. Anything that is not a path of this site becomes "/".
 * @param init.cookies Set-Cookie values
 * @param init.permanent the address has moved for good (301); browsers ask again all the same, for some moves are undone
 */
export function redirectTo(
  path: string,
  init: { cookies?: string[]; status?: 302 | 303; permanent?: boolean } = {},
): Response {
  const headers = new Headers();
  for (const cookie of init.cookies ?? []) headers.append("Set-Cookie", cookie);
  if (init.permanent) headers.set("Cache-Control", "no-cache");
  return redirect(isSitePath(path) ? path : "/", {
    status: init.permanent ? 301 : (init.status ?? 302),
    headers,
  });
}

/** The `next` a form or address asks for, if it is a path of this site; otherwise "/". */
export function nextPath(wished: FormDataEntryValue | null): string {
  return typeof wished === "string" && isSitePath(wished) ? wished : "/";
}
