import type { LoaderFunctionArgs } from "@remix-run/node";
import { actorOf } from "~/platform/http/context.server";
import { countUnread } from "../queries.server";

/** How much is unread, for the frame of open pages; nothing for a visitor. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const count = actor.kind === "person" ? await countUnread(context.services.db, actor.id) : 0;
  return Response.json({ count });
}
