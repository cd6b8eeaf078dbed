import { oneLine } from "~/platform/errors/cause";

/**
 * Keeps a server process alive when a promise fails that nobody waits for, and says so in one line. graphile-worker 0.17
 * does not wait for the marking of a job as failed or done: without this the database, gone at that moment, would take
 * the process with it.
 * @param isStopping then nothing is said: connections break because they are meant to
 */
export function surviveLostPromises(isStopping: () => boolean = () => false): void {
  process.on("unhandledRejection", (reason) => {
    if (!isStopping()) console.error(`a promise nobody waited for failed: ${oneLine(reason)}`);
  });
}
