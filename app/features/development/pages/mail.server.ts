import type { LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { listKeptMails } from "~/platform/mail/kept.server";
import { pieces } from "../mail-text";
import { whereMailsAreShown } from "../only-where-shown.server";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answering(request, context, async () => {
    const { config, db } = context.services;
    whereMailsAreShown(config);
    const to = (new URL(request.url).searchParams.get("to") ?? "").trim().toLowerCase().slice(0, 254);
    const mails = await listKeptMails(db, { to });
    return {
      to,
      locale: context.locale,
      mails: mails.map(({ id, recipient, subject, text, createdAt }) => ({
        id,
        recipient,
        subject,
        createdAt: createdAt.toISOString(),
        pieces: pieces(text, config.appUrl),
      })),
    };
  });
