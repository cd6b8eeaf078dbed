/** What an import did. `bad` counts the rows not taken, `badRows` tells the first of them. */
export type ImportReport = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  bad: number;
  badRows: { line: number; reason: string }[];
  /** False when `strict` found a bad row: then nothing was written. */
  loaded: boolean;
};

/** Prints what an import did, and the bad rows with their lines; the exit status says whether all of it was done. */
export function sayImport(
  what: string,
  { read, added, changed, unchanged, bad, badRows, loaded }: ImportReport,
  { dryRun = false } = {},
): void {
  for (const { line, reason } of badRows) console.error(`line ${line}: ${reason}`);
  if (bad > badRows.length) console.error(`and ${bad - badRows.length} more bad rows`);
  const would = dryRun ? " (nothing was written)" : "";
  console.log(
    loaded || (dryRun && added + changed + unchanged === read - bad)
      ? `${what}: ${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged, ${bad} bad${would}`
      : `nothing was loaded: ${bad} of ${read} rows are bad`,
  );
  if (bad > 0) process.exitCode = 1;
}
