import { useEffect, useState } from "react";

/** Whether this browser does passkeys; false on the server, without scripts, and until the page is taken over. */
export function usePasskeys(): boolean {
  const [able, setAble] = useState(false);
  useEffect(() => setAble(typeof window.PublicKeyCredential === "function"), []);
  return able;
}

/** What talks to authenticators, loaded where it is used and nowhere else. */
export const passkeyBrowser = () => import("@simplewebauthn/browser");
