import { MeilisearchApiError } from "meilisearch";
import { oneLine } from "../errors/cause";
import type { Log } from "../log/log.server";
import { countSearch } from "../metrics/metrics.server";
import { type CircuitState, circuit } from "./circuit";
import { isMissing, type MeilisearchEngine } from "./meilisearch/meilisearch.server";
import type { SearchAnswer, SearchEngine, SearchQuery } from "./search-engine";

/** Failures one after the other until Meilisearch is left alone, and for how long, in milliseconds. */
const FAILURES = 3;
const REST_MS = 5_000;

/**
 * The search of a house. Writing goes to the index in the database; the second engine is told of changes afterwards
 * (`features/search`), so that it may be gone meanwhile. Searching asks the second one first.
 */
export type SearchEngines = SearchEngine & {
  second: MeilisearchEngine | null;
  /** Which engine answers now, for /readyz and /metrics; `circuit` is null without a second one. */
  status(): { engine: SearchAnswer["engine"]; circuit: CircuitState | null };
};

/** Puts the engines together: a search is answered whatever happens to the second one, and the page shows no error. */
export function createSearch({
  first,
  second,
  log,
}: {
  first: SearchEngine;
  second: MeilisearchEngine | null;
  log: Log;
}): SearchEngines {
  const breaker = circuit({ failures: FAILURES, restMs: REST_MS });

  async function bySecond(engine: MeilisearchEngine, query: SearchQuery): Promise<SearchAnswer | null> {
    if (!breaker.mayAsk()) return null;
    const before = breaker.state();
    try {
      const answer = await engine.search(query);
      breaker.tell("answered");
      if (before !== "closed") log.info("Meilisearch answers again");
      return answer;
    } catch (error) {
      // A question it refuses says nothing of its health: the others go on being asked.
      const refused = isRefusal(error);
      breaker.tell(refused ? "answered" : "failed");
      log.warn(
        { reason: reasonOf(error), circuit: breaker.state() },
        refused ? "Meilisearch refused a search" : "Meilisearch did not answer a search",
      );
      return null;
    }
  }

  return {
    ...first,
    second,
    async search(query) {
      const answer = second && (await bySecond(second, query));
      const given = answer ?? (await first.search(query));
      countSearch(given.engine, given.tookMs, second !== null && answer === null);
      return given;
    },
    status: () => ({
      engine: second && breaker.state() === "closed" ? "meilisearch" : "postgres",
      circuit: second && breaker.state(),
    }),
  };
}

/** An answer that this one question cannot be answered; a missing index or a wrong key concern every question. */
const isRefusal = (error: unknown) =>
  error instanceof MeilisearchApiError && error.response.status === 400 && !isMissing(error);

// Its own messages repeat the question, which is nobody's business.
const reasonOf = (error: unknown) =>
  error instanceof MeilisearchApiError ? (error.cause?.code ?? error.response.status) : oneLine(error);
