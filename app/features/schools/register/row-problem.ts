/** Why a row was not taken: key and values of a message. */
export type RowProblem = { code: string; values?: Record<string, string | number> };

/** Ends the reading of a row; caught where the row begins. */
export class RowRefused extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.code);
  }
}
