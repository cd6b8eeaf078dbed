import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import { isLocale } from "../i18n/locale";
import { preferredLocale, withLocale } from "../i18n/locale.server";
import { addressGroup } from "../limits/limits.server";
import { liveStream } from "../live/stream.server";
import type { Services } from "../services/services.server";
import { readCookie } from "./cookies";
import { boundBodies, boundManifest, refuseOddAddresses, refuseOtherSites } from "./guards.server";
import { healthRoutes } from "./health.server";
import { metricsRoute } from "./metrics.server";
import { nothingInApi, publicApi } from "./public-api.server";
import { requestLog } from "./request-log.server";
import { securityHeaders } from "./security-headers.server";

/**
 * The web site as an Express application.
 * @param options.api what answers below /api (`wiring/api`)
 * @param options.build the Remix server build, or a function that yields the newest one (development)
 * @param options.clientFolder where the built browser files lie; null in development
 * @param options.development middleware of the development server
 */
export function createSite(options: {
  services: Services;
  api: Router[];
  build: ServerBuild | (() => Promise<ServerBuild>);
  clientFolder: string | null;
  development?: RequestHandler;
}): Express {
  const { services, clientFolder } = options;
  const { config, log } = services;
  const app = express();
  app.disable("x-powered-by");
  // Pages and the API read addresses themselves.
  app.disable("query parser");
  // No proxy is trusted: whoever forges a forwarding header gains nothing by it.
  app.use((req, res, next) => {
    for (const name of Object.keys(req.headers).filter((each) => each.startsWith("x-forwarded-"))) {
      delete req.headers[name];
      res.locals.forwarded = true;
    }
    next();
  });
  app.use(requestLog(log));
  app.use(securityHeaders({ appUrl: config.appUrl, development: config.environment === "development" }));
  app.use("/api", publicApi);
  app.use(refuseOddAddresses);
  app.use(healthRoutes(services));
  app.use(metricsRoute(services));
  app.get("/live", liveStream(services));
  app.use(compression());
  app.use("/api", ...options.api, nothingInApi);
  if (options.development) app.use(options.development);
  if (clientFolder) {
    app.use(
      "/assets",
      express.static(path.join(clientFolder, "assets"), { immutable: true, maxAge: "1y", index: false }),
    );
    app.use("/assets", (_req, res) => void res.status(404).type("text/plain").send("Not found\n"));
    app.use(express.static(clientFolder, { maxAge: "1h", index: false, redirect: false }));
  }
  app.use(boundManifest, refuseOtherSites(config.appUrl), boundBodies);
  const handle = createRequestHandler({
    build: options.build,
    mode: config.environment === "development" ? "development" : "production",
    getLoadContext: (req, res) => loadContext(services, req, res),
  });
  app.use((req, res, next) => {
    // Photos say themselves how long they keep; a header set twice would say both.
    if (!saysHowLong.test(req.path)) res.setHeader("Cache-Control", "private, no-cache");
    res.vary("Cookie");
    res.vary("Accept-Language");
    withLocale(localeOf(req), () => handle(req, res, next));
  });
  app.use(((error, _req, res, next) => {
    log.error({ err: error, requestId: res.locals.requestId }, "request handler failed");
    if (res.headersSent) return next(error);
    res.status(500).type("text/plain").send("Something went wrong on our side. Please try again.\n");
  }) as express.ErrorRequestHandler);
  return app;
}

const saysHowLong = /^\/people\/[^/]+\/photo\/[^/]+$/;

function localeOf(req: Request) {
  const chosen = readCookie(req.headers.cookie, "locale");
  return isLocale(chosen) ? chosen : preferredLocale(req.headers["accept-language"]);
}

function loadContext(services: Services, req: Request, res: Response): AppLoadContext {
  const theme = readCookie(req.headers.cookie, "theme");
  return {
    services,
    locale: localeOf(req),
    theme: theme === "light" || theme === "dark" ? theme : null,
    nonce: res.locals.nonce as string,
    requestId: res.locals.requestId as string,
    addressGroup: addressGroup(req.socket.remoteAddress ?? ""),
    tooLarge: res.locals.tooLarge === true,
    setCookies: [],
  };
}
