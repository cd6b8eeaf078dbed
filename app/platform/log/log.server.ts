import pino from "pino";
import { oneLine, rootCause } from "../errors/cause";

export type Log = pino.Logger;

/**
 * Structured log on standard output. Nothing that identifies a person belongs in it: log ids, never names,
 * mail addresses or network addresses.
 * @param level least important level that is written
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["password", "token", "email", "*.password", "*.token", "*.email", "headers", "*.headers"],
      censor: "[hidden]",
    },
    serializers: {
      // Database errors carry the row's values in `detail`; the code and stack are enough.
      err: (error: unknown) => (error instanceof Error ? describe(error) : { type: typeof error }),
    },
  });
}

const describe = (error: Error & { code?: string }) => {
  const cause = rootCause(error) as Error & { code?: string };
  return {
    type: cause.name ?? error.name,
    code: cause.code ?? error.code,
    message: oneLine(error),
    stack: error.stack?.split("\n    at ").slice(1, 12).join("\n"),
  };
};
