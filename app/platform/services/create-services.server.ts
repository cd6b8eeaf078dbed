import { connect } from "~db/client.server";
import type { Config } from "../config/config.server";
import { createFiles } from "../files/create-files.server";
import { createHub } from "../live/hub.server";
import { createLog } from "../log/log.server";
import { createMail } from "../mail/create-mail.server";
import { createSearch } from "../search-engine/create-search.server";
import { meilisearchSearch } from "../search-engine/meilisearch/meilisearch.server";
import { postgresSearch } from "../search-engine/postgres/postgres-search.server";
import type { Services, Wired } from "./services.server";

/**
 * Makes what one process works with.
 * @param databaseUrl a migrated database
 * @param wired the lists of `wiring/wired`, which nothing below may import
 * @returns the services and a function that closes them
 */
export function createServices(
  config: Config,
  databaseUrl: string,
  wired: Wired,
): { services: Services; close: () => Promise<void> } {
  const log = createLog(config.logLevel);
  const connection = connect(databaseUrl, {
    max: 10,
    onError: (error) => log.warn({ err: error }, "an idle database connection broke"),
  });
  const { db, pool } = connection;
  const mail = createMail(config, db);
  const searchEngine = createSearch({
    first: postgresSearch(db),
    second: config.meilisearch && meilisearchSearch(config.meilisearch),
    log,
  });
  const live = createHub(databaseUrl, log);
  return {
    services: {
      ...{ config, db, pool, log, mail, files: createFiles(config), live, searchEngine },
      ...wired,
    },
    async close() {
      await live.close();
      await mail.close();
      await connection.close();
    },
  };
}
