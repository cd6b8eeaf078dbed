import autocannon from "autocannon";

export type Load = { perSecond: number; p50: number; p95: number; p99: number; failed: number };

/**
 * Asks again and again over HTTP. Latencies in milliseconds, each response counted.
 * @param asked requests that are sent in turn
 * @param duration in seconds
 */
export async function loadRequests(
  url: string,
  asked: autocannon.Request[],
  connections: number,
  duration: number,
): Promise<Load> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, requests: asked, connections, duration }, (error, done) =>
      error ? reject(error) : resolve(done),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  return {
    perSecond: Math.round(result.requests.average),
    ...percentiles(times),
    failed: result.non2xx + result.errors,
  };
}

/** Latencies in milliseconds. */
export function percentiles(times: number[]) {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const print = (what: string, row: object) => console.error(what.padEnd(44), JSON.stringify(row));
