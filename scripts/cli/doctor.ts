import { examine, repair, wrong } from "~/features/search/index.server";
import { runDueJobs } from "~/platform/jobs/worker.server";
import type { Services } from "~/platform/services/services.server";
import { jobs } from "~/wiring/jobs.server";
import { searchables } from "~/wiring/searchables.server";

type Findings = Awaited<ReturnType<typeof examine>>;

/**
 * Looks, repairs what is wrong, and looks again.
 * @param options.check only look
 * @returns what was found first, and what is left
 */
export async function examineAndRepair(
  services: Services,
  { check }: { check: boolean },
): Promise<{ found: Findings; left: Findings }> {
  const found = await examine(services, searchables);
  if (check || found.every((finding) => wrong(finding).length === 0)) return { found, left: found };
  await repair(services, searchables, found);
  await runDueJobs({ pool: services.pool, jobs: jobs(services), log: services.log });
  return { found, left: await examine(services, searchables) };
}

/** Prints a line a kind and engine; the exit status says whether all is well now. */
export function sayFindings({ found, left }: { found: Findings; left: Findings }): void {
  for (const [index, finding] of found.entries()) {
    const { engine, type, records, missing, outdated, surplus } = finding;
    const remaining = wrong(left[index]!).length;
    const fate = wrong(finding).length === 0 ? "" : remaining === 0 ? ": repaired" : `: ${remaining} left`;
    console.log(
      `${engine} ${type}: ${records} records, ${missing.length} missing, ${outdated.length} outdated, ${surplus.length} too many${fate}`,
    );
  }
  if (left.some((finding) => wrong(finding).length > 0)) process.exitCode = 1;
}
