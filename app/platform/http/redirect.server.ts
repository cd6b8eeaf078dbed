import { redirect } from "@remix-run/node";
import { isSitePath } from "./site-path";

/**
 * The one way to redirect. Anything that is not a path of this site becomes "/".
 * @param init.cookies Set-Cookie values
 */
export function redirectTo(path: string, init: { cookies?: string[]; status?: 302 | 303 } = {}): Response {
  const headers = new Headers();
  for (const cookie of init.cookies ?? []) headers.append("Set-Cookie", cookie);
  return redirect(isSitePath(path) ? path : "/", { status: init.status ?? 302, headers });
}

/** The `next` a form or address asks for, if it is a path of this site; otherwise "/". */
export function nextPath(wished: FormDataEntryValue | null): string {
  return typeof wished === "string" && isSitePath(wished) ? wished : "/";
}
