import type { LoaderFunctionArgs } from "@remix-run/node";
import { photoPath } from "~/features/accounts/index.server";
import { findPlaces } from "~/features/schools/index.server";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { ageBandName, subjectName } from "~/platform/i18n/vocabulary";
import { countMembers, findMembers, MEMBERS_PER_PAGE } from "../directory.server";
import { asksAnything, readDirectoryAddress } from "../directory-address";
import { directoryView } from "../directory-view";
import { sizeOf } from "../queries.server";
import { seenNetwork } from "../seen-network.server";

/** Of what somebody offers so many characters stand in the list. */
const OFFER_SHOWN = 140;

/** As many queries for one member as for ten thousand. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  return answering(request, context, async (actor) => {
    const { network, head, today } = await seenNetwork(db, actor, params.slug);
    if (!head.may.seeMembers) throw new NotAllowed();
    const { query, page: asked } = readDirectoryAddress(request.url);
    const [place] = query.near ? await findPlaces(db, query.near, { country: network.country }) : [];
    const wanted = { ...query, origin: place ?? null };
    const counts = await countMembers(db, network.id, wanted);
    const page = Math.min(Math.max(1, Math.ceil(counts.total / MEMBERS_PER_PAGE)), asked);
    const members = await findMembers(db, { id: network.id, today }, wanted, page);
    return {
      head,
      locale,
      schools: asksAnything(query) ? null : (await sizeOf(db, network.id)).schools,
      view: directoryView(network.slug, query, counts, page),
      asked: asksAnything(query),
      /** What alone was asked for, to say that nobody teaches it. */
      subject: onlySubject(query),
      near: query.near
        ? { typed: query.near, place: place ? [place.label, place.detail].filter(Boolean).join(", ") : null }
        : null,
      members: members.map(
        ({ personId: id, name, photo, school, town, joinedAt, duty, subjects, ages, offers, km }) => ({
          ...{ id, name, joinedAt, duty },
          photo: photoPath(id, photo),
          where: [school, town].filter(Boolean).join(", "),
          teaches: [...subjects.map(subjectName), ...ages.map(ageBandName)].join(", "),
          offers: shortened(offers),
          km: km === null ? null : Math.round(km),
        }),
      ),
    };
  });
}

function onlySubject({ subject, ...rest }: Parameters<typeof asksAnything>[0]): string | null {
  const [only] = subject;
  return only && subject.length === 1 && !asksAnything({ ...rest, subject: [] }) ? subjectName(only) : null;
}

/** On one line, cut at a word. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  if (line.length <= OFFER_SHOWN) return line;
  return `${line.slice(0, OFFER_SHOWN).replace(/\s+\S*$/u, "")} …`;
}
