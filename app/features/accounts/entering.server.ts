import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { type SessionStore, startSession } from "~/platform/sessions/sessions.server";
import type { Transaction } from "~db/transaction.server";
import { noteBrowser } from "./known-browsers.server";
import { startPendingSignIn } from "./pending-sign-ins.server";
import { hasSecondFactor } from "./second-factor.server";

/** The Set-Cookie headers to answer with, and whether the person is in or still owes a code. */
export type Entered = { setCookie: string; browserCookie: string | null; codeWanted: boolean };

/**
 * After the first proof of who somebody is, whichever it was: a session, or the waiting for a code where they have a second
 * factor. The one way in, so that no proof goes around the second.
 * @param store on the same transaction
 */
export async function enter(
  tx: Transaction,
  store: SessionStore,
  personId: string,
  from: RequestBrowser,
): Promise<Entered> {
  if (await hasSecondFactor(tx, personId)) {
    const setCookie = await startPendingSignIn(tx, personId, store.appUrl);
    return { setCookie, browserCookie: null, codeWanted: true };
  }
  return { ...(await openSession(tx, store, personId, from)), codeWanted: false };
}

/** After the last proof: the session, and a browser this account was not seen with is told of by mail. */
export async function openSession(
  tx: Transaction,
  store: SessionStore,
  personId: string,
  from: RequestBrowser,
): Promise<{ setCookie: string; browserCookie: string }> {
  const browserCookie = await noteBrowser(tx, personId, from, store.appUrl);
  return { setCookie: await startSession(store, personId, from), browserCookie };
}
