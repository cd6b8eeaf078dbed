/** The sign-in page that leads back to `next`; without a wish of its own where that is the start page. */
export const signInPath = (next: string) => withNext("/sign-in", next);

/** The sign-up page that leads on to `next` in the end. */
export const signUpPath = (next: string) => withNext("/sign-up", next);

const withNext = (page: string, next: string) =>
  next === "/" ? page : `${page}?next=${encodeURIComponent(next)}`;
