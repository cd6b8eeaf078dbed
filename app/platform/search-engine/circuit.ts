/** What happened to one try. */
export type Outcome = "answered" | "failed";

/** "closed": asked; "open": not asked; "trying": one request is let through to see whether it answers again. */
export type CircuitState = "closed" | "open" | "trying";

export type CircuitOptions = {
  /** Failures one after the other that open it. */
  failures: number;
  /** How long it stays open before one request may try, in milliseconds. */
  restMs: number;
  /** Milliseconds that never go back. */
  now?: () => number;
};

export type Circuit = {
  /** Whether to ask now. Saying yes while it is open makes this request the one that tries. */
  mayAsk(): boolean;
  tell(outcome: Outcome): void;
  state(): CircuitState;
};

/** A circuit breaker: keeps a service that does not answer from being asked in vain. */
export function circuit({ failures, restMs, now = () => performance.now() }: CircuitOptions): Circuit {
  let failed = 0;
  let state: CircuitState = "closed";
  let restUntil = 0;
  return {
    mayAsk() {
      if (state === "closed") return true;
      // A try whose end nobody told, lost with its request, must not keep it open for ever.
      if (now() < restUntil) return false;
      state = "trying";
      restUntil = now() + restMs;
      return true;
    },
    tell(outcome) {
      if (outcome === "answered") {
        failed = 0;
        state = "closed";
        return;
      }
      failed++;
      if (state === "closed" && failed < failures) return;
      state = "open";
      restUntil = now() + restMs;
    },
    state: () => state,
  };
}
