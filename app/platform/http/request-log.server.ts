import type { RequestHandler } from "express";
import { v7 } from "uuid";
import type { Log } from "../log/log.server";

/** Addresses whose path carries a secret: it never reaches the log. */
const secretPaths = /^\/+(join|calendar|verify|reset-password|change-email|unsubscribe)\b.*/is;

/** Gives each request an id, answered as X-Request-Id, and writes one line when it is done. Never who asked. */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const id = v7();
    const started = process.hrtime.bigint();
    res.locals.requestId = id;
    res.setHeader("X-Request-Id", id);
    res.on("close", () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      const entry = {
        requestId: id,
        method: req.method,
        path: shownPath(req.originalUrl),
        status: res.statusCode,
        ms: Math.round(ms * 10) / 10,
      };
      if (res.statusCode >= 500) log.error(entry, "request failed");
      else log.info(entry, "request");
    });
    next();
  };
}

/** The path without its question and without a secret; pages are found by "/%6aoin/…" as well as by "/join/…". */
function shownPath(url: string): string {
  const path = url.split("?")[0]!;
  return secretPaths.test(decoded(path)) ? decoded(path).replace(secretPaths, "/$1/…") : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Half an escape: no page is found by it.
    return path;
  }
}
