import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { mayAdminister } from "../permissions";

/** The first page of administration tells nothing, but whoever has no use for it is told so. */
export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, context, async (actor) => {
    if (!mayAdminister(actor)) throw new NotAllowed();
    return null;
  });
