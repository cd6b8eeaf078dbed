import pino from "pino";

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

const describe = (error: Error & { code?: string }) => ({
  type: error.name,
  code: error.code,
  message: error.message.split("\n")[0]?.slice(0, 300),
  stack: error.stack?.split("\n").slice(1, 12).join("\n"),
});
