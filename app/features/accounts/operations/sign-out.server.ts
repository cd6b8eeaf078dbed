import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { endSession } from "~/platform/sessions/sessions.server";

/**
 * Ends the session of this browser, and no other.
 * @param input.cookies the Cookie header
 * @returns the Set-Cookie header that clears it
 */
export async function signOut(
  { db, config }: Services,
  _actor: Actor,
  input: { cookies: string | null },
): Promise<{ setCookie: string }> {
  return { setCookie: await endSession({ db, appUrl: config.appUrl }, input.cookies) };
}
