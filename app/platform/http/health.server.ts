import { Router } from "express";
import type pg from "pg";
import { pendingMigrations } from "~db/migrate.server";
import type { Services } from "../services/services.server";

/**
 * /healthz: the process answers. /readyz: the database does too and has every migration; names what is not. Says also
 * which engine searches: without Meilisearch the house is as ready as with it.
 */
export function healthRoutes({ pool, searchEngine }: Services): Router {
  const router = Router();
  router.get("/healthz", (_req, res) => {
    res.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_req, res) => {
    const checks = await checkDatabase(pool);
    const ready = Object.values(checks).every((state) => state === "ok");
    res
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status: ready ? "ok" : "not ready", checks, search: searchEngine.status() });
  });
  return router;
}

async function checkDatabase(pool: pg.Pool): Promise<Record<"database" | "migrations", string>> {
  try {
    const pending = await pendingMigrations(pool);
    return { database: "ok", migrations: pending === 0 ? "ok" : `${pending} not applied` };
  } catch {
    return { database: "does not answer", migrations: "unknown" };
  }
}
