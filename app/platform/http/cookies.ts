/** The value of a cookie in a Cookie header, or null. Values of ours need no decoding. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/**
 * A Set-Cookie header for the whole site, out of reach of scripts and of other sites' posts.
 * @param value letters, digits and "-_." only, so that it needs no encoding
 * @param options.maxAge seconds; 0 removes the cookie
 * @param options.appUrl decides whether it travels by https only
 * @throws RangeError when the value would need encoding
 */
export function writeCookie(
  name: string,
  value: string,
  options: { maxAge: number; appUrl: string },
): string {
  if (!/^[\w.-]*$/.test(value)) throw new RangeError(`the value of cookie ${name} needs encoding`);
  const secure = options.appUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${options.maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
