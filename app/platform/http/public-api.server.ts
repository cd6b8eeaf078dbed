import type { RequestHandler, Response } from "express";
import { LONGEST_ADDRESS } from "./guards.server";
import { type Problem, problem } from "./problem";

const METHODS = "GET, HEAD, OPTIONS";

/**
 * What holds for everything below /api: open to pages of any site, because it tells only what everybody may know;
 * read only; errors as RFC 9457 writes them. It stands before the guards of pages, which answer in plain text. Pages'
 * own way of answering is left aside: for a program it would take longer than the answer.
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
    return answerProblem(res, 405, `${req.method} changes nothing here: ask with GET or HEAD.`);
  }
  if (req.originalUrl.length > LONGEST_ADDRESS)
    return answerProblem(res, 414, `The address is longer than ${LONGEST_ADDRESS} characters.`);
  next();
};

/** Addresses below /api that name nothing. */
export const nothingInApi: RequestHandler = (_req, res) =>
  answerProblem(res, 404, "Nothing is at this address. /api/v1/openapi.json tells what is there.");

/** @param options.maxAge how long caches may keep the answer, in seconds */
export function answerJson(res: Response, answer: object, options: { maxAge: number }): void {
  send(res, "application/json; charset=utf-8", answer, options.maxAge);
}

/**
 * An error, in the words of `detail`.
 * @param options.maxAge how long caches may keep it, in seconds; not at all when left out
 */
export function answerProblem(
  res: Response,
  status: Problem["status"],
  detail: string,
  options: { maxAge?: number } = {},
): void {
  res.status(status);
  send(res, "application/problem+json", problem(status, detail), options.maxAge ?? null);
}

function send(res: Response, type: string, answer: object, maxAge: number | null): void {
  const body = JSON.stringify(answer);
  res.set({
    "Content-Type": type,
    "Content-Length": String(Buffer.byteLength(body)),
    "Cache-Control": maxAge === null ? "no-store" : `public, max-age=${maxAge}`,
  });
  res.end(body);
}
