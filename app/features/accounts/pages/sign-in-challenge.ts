// Not a page: what a browser asks for before it uses a passkey.
export { action, loader } from "./sign-in-challenge.server";
