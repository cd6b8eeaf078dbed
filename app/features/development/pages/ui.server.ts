import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { developmentOnly } from "../only-where-shown.server";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, context, async () => {
    developmentOnly(context.services.config);
    return null;
  });
