import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { announcementsOf, countAnnouncements, shownAnnouncement } from "../announcements.server";
import { takeBackForm } from "../announcing";
import { doneWord } from "../components/done";
import { pageNumber } from "../network-form";
import { takeBackAnnouncement } from "../operations/take-back-announcement.server";
import { seenNetwork } from "../seen-network.server";

const PER_PAGE = 10;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.seeAnnouncements) throw actor.kind === "visitor" ? new NotAllowed() : new NotFound();
    const total = await countAnnouncements(db, network.id);
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    const page = Math.min(pages, pageNumber().parse(new URL(request.url).searchParams.get("page") ?? 1));
    const announcements = await announcementsOf(db, network.id, { page, perPage: PER_PAGE });
    return {
      head,
      page,
      pages,
      announcements: announcements.map(shownAnnouncement),
      done: doneWord(request.url),
    };
  });
}

/** Takes one back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const read = await readForm(request, takeBackForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () =>
      takeBackAnnouncement(context.services, actor, { slug, ...read.input }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/announcements?done=taken-back`);
  });
}
