/**
 * Failures that are expected: an operation throws one, `platform/http` makes the answer of it.
 * `code` is the key of a message in the catalogue; `values` fill its gaps.
 */
export class ExpectedFailure extends Error {
  constructor(
    readonly code: string,
    readonly values: Record<string, string | number> = {},
    /** The form field it belongs to, if any. */
    readonly field: string | null = null,
  ) {
    super(code);
  }
}

/** It is not there, or this actor may not know that it is. Answered with 404. */
export class NotFound extends ExpectedFailure {
  constructor(code = "error_not_found") {
    super(code);
  }
}

/** The actor sees it but may not do this. Answered with 403, or with sign-in for a visitor. */
export class NotAllowed extends ExpectedFailure {
  constructor(code = "error_not_allowed") {
    super(code);
  }
}

/** Somebody else was faster, or it was done already. Answered with 409. */
export class Conflict extends ExpectedFailure {}

/** What was asked breaks a rule. Answered with 422, at its field. */
export class RuleBroken extends ExpectedFailure {}

/** Too many tries. Answered with 429. */
export class TooFast extends ExpectedFailure {
  constructor(readonly retryAfterSeconds: number) {
    super("error_too_fast", { minutes: Math.max(1, Math.ceil(retryAfterSeconds / 60)) });
  }
}
