import { createContext, useContext } from "react";

/** Content-Security-Policy nonce while a page is rendered on the server; undefined in the browser. */
export const NonceContext = createContext<string | undefined>(undefined);

export const useNonce = () => useContext(NonceContext);
