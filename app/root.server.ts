import type { LoaderFunctionArgs } from "@remix-run/node";
import { countUnread } from "~/features/notifications/index.server";
import { actorOf } from "~/platform/http/context.server";
import { isAdministrator } from "~/platform/services/actor";

/** What the frame around every page needs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const reader =
    actor.kind === "person"
      ? { id: actor.id, name: actor.name, administrator: isAdministrator(actor) }
      : null;
  return {
    reader,
    rolesWait: actor.kind === "person" && actor.rolesWait,
    unread: actor.kind === "person" ? await countUnread(context.services.db, actor.id) : 0,
    locale: context.locale,
    theme: context.theme,
  };
}
