import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoOf, photoPath } from "~/features/accounts/index.server";
import { countUnread } from "~/features/notifications/index.server";
import { actorOf } from "~/platform/http/context.server";
import { formattingLocale } from "~/platform/i18n/locale";
import { stoppedSince } from "~/platform/mail/bounces.server";
import { isAdministrator } from "~/platform/services/actor";

/** What the frame around every page needs. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request, context);
  const { db } = context.services;
  const [unread, photo, mailStoppedAt] =
    actor.kind === "person"
      ? await Promise.all([countUnread(db, actor.id), photoOf(db, actor.id), stoppedSince(db, actor.email)])
      : [0, null, null];
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
    mailBack:
      actor.kind === "person" && mailStoppedAt
        ? { email: actor.email, date: dayInWords(mailStoppedAt) }
        : null,
    rolesWait: actor.kind === "person" && actor.rolesWait,
    unread,
    locale: context.locale,
    theme: context.theme,
  };
}

/** Made here, so that no page carries what writes dates for a notice that hardly anybody sees. */
const dayInWords = (at: Date) =>
  new Intl.DateTimeFormat(formattingLocale(), { day: "numeric", month: "long", timeZone: "UTC" }).format(at);
