import type { Config } from "~/platform/config/config.server";
import { NotFound } from "~/platform/errors/errors";
import { keptMailsAreShown } from "~/platform/mail/kept.server";

/** @throws NotFound unless the site runs for development */
export function developmentOnly(config: Config): void {
  if (config.environment !== "development") throw new NotFound();
}

/** @throws NotFound unless mails are kept and this is the demo or development: they hold links that sign people in */
export function whereMailsAreShown(config: Config): void {
  if (!keptMailsAreShown(config)) throw new NotFound();
}
