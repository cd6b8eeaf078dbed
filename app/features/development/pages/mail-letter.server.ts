import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readKeptMail } from "~/platform/mail/kept.server";
import { whereMailsAreShown } from "../only-where-shown.server";

/** One kept mail as HTML, as a mail program shows it: alone, without our frame, styles and scripts. */
export const loader = ({ request, context, params }: LoaderFunctionArgs) =>
  answering(request, context, async () => {
    const { config, db } = context.services;
    whereMailsAreShown(config);
    const mail = await readKeptMail(db, params.id ?? "");
    if (!mail) throw new NotFound();
    return new Response(mail.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  });
