import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoOf, photoPath } from "~/features/accounts/index.server";
import { countUnread } from "~/features/notifications/index.server";
import { actorOf } from "~/platform/http/context.server";
import { isAdministrator } from "~/platform/services/actor";

/** What the frame around every page needs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const { db } = context.services;
  const [unread, photo] =
    actor.kind === "person"
      ? await Promise.all([countUnread(db, actor.id), photoOf(db, actor.id)])
      : [0, null];
  const reader =
    actor.kind === "person"
      ? {
          id: actor.id,
          name: actor.name,
          photo: photoPath(actor.id, photo),
          administrator: isAdministrator(actor),
        }
      : null;
  return {
    reader,
    rolesWait: actor.kind === "person" && actor.rolesWait,
    unread,
    locale: context.locale,
    theme: context.theme,
  };
}
