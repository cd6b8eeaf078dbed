import type { Router } from "express";
import { searchApi } from "~/features/search/api/routes.server";
import type { Services } from "~/platform/services/services.server";

/** What answers below /api, one line a feature. */
export const api = (services: Services): Router[] => [searchApi(services)];
