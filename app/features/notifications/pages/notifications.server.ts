import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { readForm } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { rowOf } from "../list.server";
import { markRead } from "../operations/mark-read.server";
import { countAll, countUnread, notificationsOf } from "../queries.server";

const PER_PAGE = 30;

const pageNumber = z.coerce.number().int().min(1).max(1_000).catch(1);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  const person = await personOf(request, context);
  const total = await countAll(db, person.id);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(pages, pageNumber.parse(new URL(request.url).searchParams.get("page") ?? 1));
  const rows = await notificationsOf(db, person.id, { page, perPage: PER_PAGE });
  return {
    locale,
    page,
    pages,
    unread: await countUnread(db, person.id),
    rows: rows.map(rowOf),
  };
}

const readingForm = z.object({ id: z.uuid("error_not_found").optional(), page: pageNumber });

/** Marks one notification as read, or all of them where none is named. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await readForm(request, readingForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const { id, page } = read.input;
    await markRead(context.services, actor, { id });
    return redirectTo(page > 1 ? `/notifications?page=${page}` : "/notifications");
  });
}
