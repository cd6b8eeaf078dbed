/**
 * The innermost reason of an error. Drizzle wraps what the database said in a message that holds the whole statement
 * and its parameters, which belong neither in a log nor on a screen.
 */
export function rootCause(error: unknown): unknown {
  let cause = error;
  for (let depth = 0; depth < 10 && cause instanceof Error && cause.cause !== undefined; depth++)
    cause = cause.cause;
  return cause;
}

/** One line that says what went wrong, at most 300 characters. */
export function oneLine(error: unknown): string {
  const cause = rootCause(error);
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!.slice(0, 300);
}
