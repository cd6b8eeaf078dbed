import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Figures of this process. With several web processes each has its own: whoever reads them asks each, or runs one. */
export const metrics = new Registry();

let collecting = false;

/** Begins with memory, event loop and garbage of the process; once however often it is called. */
export function collectProcessMetrics(): void {
  if (collecting) return;
  collecting = true;
  collectDefaultMetrics({ register: metrics, prefix: "staffroom_" });
}

const searches = new Histogram({
  name: "staffroom_search_seconds",
  help: "How long searches took, by the engine that answered",
  labelNames: ["engine"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [metrics],
});

const fallbacks = new Counter({
  name: "staffroom_search_fallbacks_total",
  help: "Searches that PostgreSQL answered because Meilisearch did not",
  registers: [metrics],
});

/**
 * @param tookMs milliseconds
 * @param fellBack whether another engine should have answered
 */
export function countSearch(engine: string, tookMs: number, fellBack: boolean): void {
  searches.observe({ engine }, tookMs / 1_000);
  if (fellBack) fallbacks.inc();
}

const syncFailures = new Counter({
  name: "staffroom_search_sync_failures_total",
  help: "Times Meilisearch could not be told of changes; they are told again",
  registers: [metrics],
});

export const countSyncFailure = () => syncFailures.inc();

const gauges = new Map<string, Gauge>();

/** Says what a figure is now; made at its first use. */
export function setGauge(name: string, help: string, value: number): void {
  const gauge = gauges.get(name) ?? new Gauge({ name: `staffroom_${name}`, help, registers: [metrics] });
  gauges.set(name, gauge);
  gauge.set(value);
}
