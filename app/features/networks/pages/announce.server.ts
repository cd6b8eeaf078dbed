import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { announceForm, MOST_A_DAY } from "../announcing";
import { LONGEST, paragraphsOf } from "../network";
import { postAnnouncement } from "../operations/post-announcement.server";
import { sizeOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.announce) throw new NotAllowed();
    return {
      network: { slug: network.slug, name: network.name },
      members: (await sizeOf(db, network.id)).members,
      longest: { title: LONGEST.announcementTitle, body: LONGEST.announcement },
      most: MOST_A_DAY,
    };
  });
}

/** Shows it first; sends what was looked at. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const read = await readForm(request, announceForm);
  if ("refusal" in read) return read.refusal;
  const { intent, title, body } = read.input;
  return answering(request, context, async (actor) => {
    if (intent === "preview") {
      const { head } = await seenNetwork(context.services.db, actor, slug);
      if (!head.may.announce) throw new NotAllowed();
      return data({ errors: {}, values: { title, body }, preview: paragraphsOf(body) });
    }
    const done = await submit(read.form, () =>
      postAnnouncement(context.services, actor, { slug, title, body }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/announcements?done=announced`);
  });
}
