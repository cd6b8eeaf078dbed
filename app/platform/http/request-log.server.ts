import type { RequestHandler } from "express";
import { v7 } from "uuid";
import type { Log } from "../log/log.server";

/** Addresses whose path carries a secret: it never reaches the log. */
const secretPaths = /^\/(join|calendar|verify|reset-password|change-email|unsubscribe)\b.*/i;

/** Gives each request an id, answered as X-Request-Id, and writes one line when it is done. Never who asked. */
export function requestLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const id = v7();
    const started = process.hrtime.bigint();
    res.locals.requestId = id;
    res.setHeader("X-Request-Id", id);
    res.on("close", () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      const path = req.originalUrl.split("?")[0]!.replace(secretPaths, "/$1/…");
      const entry = {
        requestId: id,
        method: req.method,
        path,
        status: res.statusCode,
        ms: Math.round(ms * 10) / 10,
      };
      if (res.statusCode >= 500) log.error(entry, "request failed");
      else log.info(entry, "request");
    });
    next();
  };
}
