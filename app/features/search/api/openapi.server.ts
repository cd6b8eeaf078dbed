import type { LoaderFunctionArgs } from "@remix-run/node";
import { describeApi } from "./description";

export function loader({ context }: LoaderFunctionArgs): Response {
  return Response.json(describeApi(context.services.config.appUrl), {
    headers: { "Cache-Control": "public, max-age=3600" },
  });
}
