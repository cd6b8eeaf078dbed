import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { currentLocale } from "~/platform/i18n/locale";
import { announcementsOf, shownAnnouncement } from "../announcements.server";
import { networkAtlas } from "../atlas.server";
import { doneWord } from "../components/done";
import { requestForm } from "../joining";
import { drawArea } from "../map.server";
import { paragraphsOf } from "../network";
import { joinNetwork } from "../operations/join-network.server";
import { requestToJoin } from "../operations/request-to-join.server";
import { withdrawRequest } from "../operations/withdraw-request.server";
import { coordinatorsOf, sizeOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";
import { seenTerritory } from "../territory/queries.server";

/** Announcements on the network's own page. */
const NEWEST = 3;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, standing, today, head } = await seenNetwork(db, actor, params.slug);
    const [size, coordinators, atlas] = [
      await sizeOf(db, network.id),
      await coordinatorsOf(db, network.id, today),
      await networkAtlas(db),
    ];
    const ground = await seenTerritory(db, network);
    return {
      head,
      visitor: actor.kind !== "person",
      joinPolicy: network.joinPolicy,
      /** For members alone. */
      welcome: standing.member ? paragraphsOf(network.welcome) : [],
      paragraphs: paragraphsOf(network.description),
      size,
      coordinators: coordinators.map(({ personId, name, school, duty }) => ({
        id: personId,
        name,
        school,
        duty,
      })),
      leadVacant: network.leadVacantSince !== null && network.state !== "closed",
      askWhom: new Intl.ListFormat(currentLocale(), { type: "disjunction" }).format(
        coordinators.slice(0, 5).map(({ name }) => name),
      ),
      announcements: head.may.seeAnnouncements
        ? (await announcementsOf(db, network.id, { page: 1, perPage: NEWEST })).map(shownAnnouncement)
        : [],
      ground: ground && { schools: ground.schools, overlaps: ground.overlaps },
      map: await drawArea(db, network, atlas, ground?.territory ?? null),
      done: doneWord(request.url),
    };
  });
}

const intentForm = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("join") }),
    z.object({ intent: z.literal("withdraw") }),
    requestForm.extend({ intent: z.literal("request") }),
  ],
  { error: "error_not_found" },
);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, intentForm);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  return answering(request, context, async (actor) => {
    const work = {
      join: () => joinNetwork(services, actor, { slug }),
      withdraw: () => withdrawRequest(services, actor, { slug }),
      request: () =>
        requestToJoin(services, actor, { slug, message: input.intent === "request" ? input.message : "" }),
    }[input.intent];
    const done = await submit(read.form, work);
    if ("refusal" in done) return done.refusal;
    const word = { join: "joined", withdraw: "withdrawn", request: "requested" }[input.intent];
    return redirectTo(`/networks/${slug}?done=${word}`);
  });
}
