import { Router } from "express";
import { answerJson } from "~/platform/http/public-api.server";
import type { Services } from "~/platform/services/services.server";
import { kindsInApi } from "../kinds";
import { describeApi } from "./description";
import { search } from "./search.server";

/** Addresses of the public API that search answers, and the description of all of them. */
export function searchApi(services: Services): Router {
  const { config, searchables } = services;
  const router = Router();
  router.get("/v1/search", (request, response) => search(services, request, response));
  router.get("/v1/openapi.json", (_request, response) =>
    answerJson(response, describeApi(config.appUrl, kindsInApi(searchables)), { maxAge: 3_600 }),
  );
  return router;
}
