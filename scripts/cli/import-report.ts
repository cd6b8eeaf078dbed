/** What an import did; `bad` holds the first bad rows, `badCount` all of them. */
export type ImportReport = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  badCount: number;
  bad: { line: number; reason: string }[];
};

/** Prints what an import did, and every bad row with its line; the exit status says whether all of it was done. */
export function sayImport(what: string, report: ImportReport, strict: boolean): void {
  for (const { line, reason } of report.bad) console.error(`line ${line}: ${reason}`);
  if (report.badCount > report.bad.length)
    console.error(`and ${report.badCount - report.bad.length} more bad rows`);
  const { read, added, changed, unchanged, badCount } = report;
  if (badCount > 0 && strict) {
    console.error(`nothing was loaded: ${badCount} of ${read} rows are bad`);
  } else {
    console.log(
      `${what}: ${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged, ${badCount} bad`,
    );
  }
  if (badCount > 0) process.exitCode = 1;
}
