import type { LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { MEMBERS_PER_PAGE, membersOf } from "../members.server";
import { pageNumber } from "../network-form";
import { sizeOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  return answering(request, context, async (actor) => {
    const { network, head, today } = await seenNetwork(db, actor, params.slug);
    if (!head.may.seeMembers) throw new NotAllowed();
    const size = await sizeOf(db, network.id);
    const pages = Math.max(1, Math.ceil(size.members / MEMBERS_PER_PAGE));
    const page = Math.min(pages, pageNumber().parse(new URL(request.url).searchParams.get("page") ?? 1));
    const members = await membersOf(db, network.id, today, { page });
    return {
      head,
      size,
      page,
      pages,
      locale,
      members: members.map(({ personId, name, school, town, joinedAt, duty }) => ({
        id: personId,
        name,
        where: [school, town].filter(Boolean).join(", "),
        joinedAt,
        duty,
      })),
    };
  });
}
