import type { NextFunction, Request, RequestHandler, Response } from "express";

/** Most bytes a form may send. */
export const LARGEST_BODY = 1_048_576;

/** Forms that carry a file: most bytes by address, with 64 kB for what stands around the file. */
const uploads: Record<string, number> = { "/settings/photo": 8 * 1_048_576 + 65_536 };

/** Of what is too large so many bytes are read and thrown away: a browser shows no answer before it has sent all. */
const MOST_THROWN_AWAY = 64 * 1_048_576;

/** Longer than any address of ours, its query included. */
export const LONGEST_ADDRESS = 8_192;

const MANIFEST = { paths: 60, pathLength: 400, totalLength: 8_000 };

const say = (res: Response, status: number, text: string) =>
  res.status(status).type("text/plain").set("Cache-Control", "no-store").send(`${text}\n`);

/**
 * Refuses addresses that no page of ours has and that are only good for mischief: "//host" and backslashes (React
 * Router 6 takes them for other sites, GHSA-wrjc-x8rr-h8h6), broken encodings, control characters, endless ones, and
 * Host headers that are no host.
 */
export const refuseOddAddresses: RequestHandler = (req, res, next) => {
  const { originalUrl } = req;
  const path = originalUrl.split("?")[0]!;
  const odd =
    originalUrl.length > LONGEST_ADDRESS ||
    path.length > 1_024 ||
    !path.startsWith("/") ||
    path.startsWith("//") ||
    /\\|%5c|%00|%0a|%0d/i.test(path) ||
    !decodes(path) ||
    !/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(req.headers.host ?? "") ||
    !URL.canParse(`http://${req.headers.host}`);
  if (odd) return void say(res, 400, "This address is not in order.");
  next();
};

function decodes(path: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * Bounds what /__manifest may be asked: matching many or long paths against the routes takes time that grows with
 * both (GHSA-8x6r-g9mw-2r78, GHSA-chx6-hx7r-mcp5, mended in React Router 7 only).
 */
export const boundManifest: RequestHandler = (req, res, next) => {
  if (req.path !== "/__manifest") return next();
  const paths = new URL(req.originalUrl, "http://localhost").searchParams.getAll("p");
  const tooMuch =
    req.originalUrl.length > MANIFEST.totalLength ||
    paths.length > MANIFEST.paths ||
    paths.some((path) => path.length > MANIFEST.pathLength || !path.startsWith("/") || path.startsWith("//"));
  if (tooMuch) return void say(res, 400, "That is more than a page asks for.");
  next();
};

const changesNothing = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Addresses that carry their whole right in themselves and look at no cookie: a mail program that stops letters by one
 * POST (RFC 8058) sends it from its own site.
 */
const carriesItsRight = /^\/unsubscribe\/[\w.-]+$/;

/**
 * Lets only this site's own pages post here. A browser always says where a post comes from (Origin, or at least
 * Sec-Fetch-Site or Referer); a program that says nothing carries nobody's cookies by accident and may pass.
 */
export function refuseOtherSites(appUrl: string): RequestHandler {
  const ours = new URL(appUrl).host;
  const isOurs = (address: string, host: string | undefined) =>
    URL.canParse(address) && [ours, host].includes(new URL(address).host);
  return (req, res, next) => {
    if (changesNothing.has(req.method)) return next();
    if (req.method === "POST" && carriesItsRight.test(req.path)) {
      // Remix refuses a strange origin by itself; nothing of the caller's is at stake here.
      delete req.headers.origin;
      return next();
    }
    const { origin, referer, host } = req.headers;
    const site = req.headers["sec-fetch-site"];
    const fromElsewhere =
      (origin !== undefined && !isOurs(origin, host)) ||
      (origin === undefined && referer !== undefined && !isOurs(referer, host)) ||
      (site !== undefined && site !== "same-origin" && site !== "none");
    if (fromElsewhere) return void say(res, 403, "This form was sent from another site.");
    next();
  };
}

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Refuses bodies that are too large, of unknown length, or no form. Where files are sent, the page answers for itself what is
 * too large: it is asked as if nothing had been sent, with `res.locals.tooLarge`.
 */
export const boundBodies: RequestHandler = (req: Request, res: Response, next: NextFunction) => {
  if (changesNothing.has(req.method)) return next();
  const refuse = (status: number, text: string) => {
    // What is still on its way is not read, so the connection is of no more use.
    res.set("Connection", "close");
    say(res, status, text);
  };
  const length = req.headers["content-length"];
  if (req.headers["transfer-encoding"] !== undefined || length === undefined) {
    return void refuse(411, "The length of what is sent must be given.");
  }
  const upload = Object.hasOwn(uploads, req.path) ? uploads[req.path] : undefined;
  const tooLarge = !/^\d+$/.test(length) || Number(length) > (upload ?? LARGEST_BODY);
  if (tooLarge && upload !== undefined && req.method === "POST" && Number(length) <= MOST_THROWN_AWAY) {
    throwAway(req);
    res.locals.tooLarge = true;
    return next();
  }
  if (tooLarge) {
    return void refuse(413, "This is larger than 1 MB.");
  }
  if (Number(length) > 0 && !formTypes.test(req.headers["content-type"] ?? "")) {
    return void refuse(415, "Only forms are taken here.");
  }
  next();
};

/** Leaves a request that asks for the page alone; what was sent flows by unread. */
function throwAway(req: Request) {
  req.resume();
  req.method = "GET";
  delete req.headers["content-length"];
  delete req.headers["content-type"];
}
