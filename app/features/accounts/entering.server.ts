import type { RequestBrowser } from "~/platform/sessions/browser-name.server";
import { type SessionStore, startSession } from "~/platform/sessions/sessions.server";
import type { Transaction } from "~db/transaction.server";
import { startPendingSignIn } from "./pending-sign-ins.server";
import { hasSecondFactor } from "./second-factor.server";

/** The Set-Cookie header to answer with, and whether the person is in or still owes a code. */
export type Entered = { setCookie: string; codeWanted: boolean };

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
    return { setCookie: await startPendingSignIn(tx, personId, store.appUrl), codeWanted: true };
  }
  return { setCookie: await startSession(store, personId, from), codeWanted: false };
}
