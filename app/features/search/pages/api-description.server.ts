import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApi } from "../api/openapi";
import { apiHeaders } from "../api/problem";

/** GET /api/v1/openapi.json */
export const loader = ({ context }: LoaderFunctionArgs): Response =>
  Response.json(openApi(context.services.config.appUrl), { headers: apiHeaders });
