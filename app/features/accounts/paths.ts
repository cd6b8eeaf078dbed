/** The sign-in page that leads back to `next`; without a wish of its own where that is the start page. */
export const signInPath = (next: string) => withNext("/sign-in", next);

/** The sign-up page that leads on to `next` in the end. */
export const signUpPath = (next: string) => withNext("/sign-up", next);

/** The page for the code of a second factor, which leads back to `next`. */
export const codePath = (next: string) => withNext("/sign-in/code", next);

const withNext = (page: string, next: string) =>
  next === "/" ? page : `${page}?next=${encodeURIComponent(next)}`;

/** Where a second factor is set up, which leads back to `next`. */
export const secondFactorPath = (next: string) => withNext("/settings/second-factor", next);

/** Where passkeys are kept. */
export const PASSKEYS_PATH = "/settings/passkeys";
