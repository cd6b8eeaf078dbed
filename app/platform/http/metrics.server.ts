import { createHash, timingSafeEqual } from "node:crypto";
import { type Request, type RequestHandler, Router } from "express";
import { collectProcessMetrics, metrics, setGauge } from "../metrics/metrics.server";
import type { Services } from "../services/services.server";

/**
 * /metrics in the format of Prometheus, for this machine and for whoever brings METRICS_TOKEN as a bearer token; to
 * everybody else it is not there. A request that a proxy handed on comes from elsewhere, whatever its last address.
 */
export function metricsRoute({ config, pool, searchEngine }: Services): Router {
  collectProcessMetrics();
  const router = Router();
  const answer: RequestHandler = async (req, res, next) => {
    if (!isAllowed(req, res.locals.forwarded === true, config.metricsToken)) return next();
    const { circuit } = searchEngine.status();
    setGauge("database_connections", "Connections of the pool", pool.totalCount);
    setGauge("database_waiting", "Requests that wait for a connection", pool.waitingCount);
    setGauge(
      "search_circuit_open",
      "1 while Meilisearch is left alone because it did not answer",
      circuit === null || circuit === "closed" ? 0 : 1,
    );
    setGauge("search_pending", "Records that Meilisearch has yet to be told of", await pendingOf(pool));
    res
      .set("Cache-Control", "no-store")
      .type(metrics.contentType)
      .send(await metrics.metrics());
  };
  router.get("/metrics", (req, res, next) => void Promise.resolve(answer(req, res, next)).catch(next));
  return router;
}

/** Further headers that a proxy leaves. `X-Forwarded-…` are gone by now, and `forwarded` says that they were there. */
const proxied = ["forwarded", "via", "x-real-ip"];

function isAllowed({ headers, socket }: Request, forwarded: boolean, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  if (token && given) return timingSafeEqual(digest(given), digest(token));
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? "");
  return local && !forwarded && proxied.every((name) => headers[name] === undefined);
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** -1 while the database does not say. */
const pendingOf = (pool: Services["pool"]) =>
  pool
    .query<{ pending: number }>("select count(*)::int as pending from search_pending")
    .then(({ rows }) => rows[0]?.pending ?? 0)
    .catch(() => -1);
