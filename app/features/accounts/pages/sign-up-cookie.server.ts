import { readCookie, writeCookie } from "~/platform/http/cookies";
import { nextPath } from "~/platform/http/redirect.server";
import { TOKEN_HOURS } from "../email-tokens.server";

// What a browser that signed up keeps until the mail's link is opened: the proof that it was this one, and where its
// reader wanted to go. The cookie lives as long as the link.
const NAME = "staffroom_sign_up";

/** The Set-Cookie header after signing up. */
export const keepSignUp = (kept: { proof: string; next: string }, appUrl: string) =>
  writeCookie(NAME, `${kept.proof}.${Buffer.from(kept.next).toString("base64url")}`, {
    maxAge: TOKEN_HOURS.verify * 3_600,
    appUrl,
  });

/** The Set-Cookie header once the link was used. */
export const dropSignUp = (appUrl: string) => writeCookie(NAME, "", { maxAge: 0, appUrl });

/** What the cookie of a request says; nothing in it is trusted. */
export function keptSignUp(cookies: string | null): { proof: string | null; next: string } {
  const [proof, next = ""] = readCookie(cookies, NAME)?.split(".") ?? [];
  return { proof: proof ?? null, next: nextPath(Buffer.from(next, "base64url").toString()) };
}
