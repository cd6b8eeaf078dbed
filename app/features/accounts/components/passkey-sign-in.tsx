import { useEffect, useRef, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { passkeyBrowser, usePasskeys } from "./use-passkeys";

type PasskeySignInProps = {
  /** Where the answer is posted: the page to sign in, or the one for the code. */
  action: string;
  next: string;
  /** Also offer passkeys in the field for the address, where the browser can. */
  offerInField?: boolean;
};

/** A challenge is good for five minutes: one that waits in the field is renewed before. */
const RENEW_MS = 4 * 60_000;

/** The button that signs in by a passkey. Where there are no scripts or no passkeys, there is nothing. */
export function PasskeySignIn({ action, next, offerInField = false }: PasskeySignInProps) {
  const able = usePasskeys();
  const form = useRef<HTMLFormElement>(null);
  const [failed, setFailed] = useState(false);
  const second = action !== "/sign-in";
  const send = (answer: string) => {
    const field = form.current?.elements.namedItem("answer");
    if (!(field instanceof HTMLInputElement)) return;
    field.value = answer;
    form.current?.submit();
  };
  useOfferInField(able && offerInField, send);
  if (!able) return null;
  const ask = async () => {
    setFailed(false);
    try {
      send(await answerOf(second, false));
    } catch {
      setFailed(true);
    }
  };
  return (
    <form ref={form} method="post" action={action} className="mt-6">
      <input type="hidden" name="intent" value="passkey" />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="answer" />
      <Button type="button" onClick={ask}>
        {second ? m.accounts_passkey_use() : m.accounts_passkey_sign_in()}
      </Button>
      <p role="status" className="small mt-3">
        {failed ? m.accounts_passkey_nothing() : ""}
      </p>
    </form>
  );
}

/** Lets the browser offer passkeys beside addresses it remembers, as long as the page stands. */
function useOfferInField(wanted: boolean, send: (answer: string) => void) {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    const offer = async () => {
      const { browserSupportsWebAuthnAutofill } = await passkeyBrowser();
      if (over || !(await browserSupportsWebAuthnAutofill())) return;
      const answer = await answerOf(false, true);
      if (!over) latest.current(answer);
    };
    // Not chosen, or the button was: nothing to say.
    const again = () => void offer().catch(() => undefined);
    again();
    const timer = setInterval(again, RENEW_MS);
    return () => {
      over = true;
      clearInterval(timer);
      void passkeyBrowser().then(({ WebAuthnAbortService }) => WebAuthnAbortService.cancelCeremony());
    };
  }, [wanted]);
}

/** Asks for a challenge and lets an authenticator answer it. @returns the answer as JSON */
async function answerOf(second: boolean, useBrowserAutofill: boolean): Promise<string> {
  const asked = await fetch(`/sign-in/challenge${second ? "?step=second" : ""}`, {
    method: "POST",
    body: new URLSearchParams(),
  });
  if (!asked.ok) throw new Error(`no challenge: ${asked.status}`);
  const optionsJSON = await asked.json();
  const { startAuthentication } = await passkeyBrowser();
  return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill }));
}
