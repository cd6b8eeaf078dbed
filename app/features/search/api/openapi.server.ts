import type { LoaderFunctionArgs } from "@remix-run/node";
import { kindsInApi } from "../kinds";
import { describeApi } from "./description";

export function loader({ context }: LoaderFunctionArgs): Response {
  const { config, searchables } = context.services;
  return Response.json(describeApi(config.appUrl, kindsInApi(searchables)), {
    headers: { "Cache-Control": "public, max-age=3600" },
  });
}
