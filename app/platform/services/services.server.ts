import type pg from "pg";
import type { Database } from "~db/client.server";
import type { Config } from "../config/config.server";
import type { Files } from "../files/files.server";
import type { Hub } from "../live/hub.server";
import type { Log } from "../log/log.server";
import type { Mail } from "../mail/mail.server";
import type { Personal } from "../personal/personal";
import type { SearchEngines } from "../search-engine/create-search.server";
import type { Searchable } from "../search-engine/searchable";

/**
 * Lists that `wiring` makes of what features contribute, and hands in: nothing below may import it. A feature that owns such
 * a list adds it here by declaration.
 */
export interface Wired {
  /** Every kind of record that can be found. */
  searchables: readonly Searchable[];
  /** What each feature holds of people. */
  personal: readonly Personal[];
}

/** What one running process works with. Made once at start, handed to every operation. */
export type Services = Wired & {
  config: Config;
  db: Database;
  pool: pg.Pool;
  log: Log;
  mail: Mail;
  files: Files;
  live: Hub;
  searchEngine: SearchEngines;
};
