import type { RequestHandler, Response } from "express";
import { LONGEST_ADDRESS } from "./guards.server";
import { type Problem, problem } from "./problem";

const METHODS = "GET, HEAD, OPTIONS";

/**
 * What holds for everything below /api: open to pages of any site, because it tells only what everybody may know;
 * read only; errors as RFC 9457 writes them. It stands before the guards of pages, which answer in plain text.
 */
export const publicApi: RequestHandler = (req, res, next) => {
  res.set({ "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin" });
  if (req.method === "OPTIONS") {
    res.set({
      Allow: METHODS,
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Max-Age": "86400",
    });
    return void res.status(204).end();
  }
  if (req.method !== "GET" && req.method !== "HEAD") {
    // A body that is still on its way is not read.
    res.set({ Allow: METHODS, Connection: "close" });
    return refuse(res, problem(405, `${req.method} changes nothing here: ask with GET or HEAD.`));
  }
  if (req.originalUrl.length > LONGEST_ADDRESS) {
    return refuse(res, problem(414, `The address is longer than ${LONGEST_ADDRESS} characters.`));
  }
  // Remix's own way to a page's data would answer with what the frame knows of the reader.
  if (req.path.endsWith(".data")) return refuse(res, problem(404, "Nothing is at this address."));
  next();
};

function refuse(res: Response, refused: Problem): void {
  res.status(refused.status).type("application/problem+json").set("Cache-Control", "no-store");
  res.send(JSON.stringify(refused));
}
