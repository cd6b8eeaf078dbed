import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { formOf } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import type { Reader } from "~db/client.server";
import { mayEditMaterials } from "../../permissions";
import { currentSlugs } from "../../vocabulary.server";
import { type CupboardAddress, cupboardHref, fitted, readCupboard } from "../cupboard";
import { materialBoxes, namesOfMaterials, wholeVocabulary } from "../cupboard.server";
import { describeBuildable } from "../describe-buildable.server";
import { findBuildable } from "../find-buildable.server";
import { nameIndex } from "../names";
import { readList, type Unclear } from "../read-list";

const PER_PAGE = 15;

/**
 * The page, as its address asks for it. What a list names is moved to the materials of the address at once: a link then
 * says what was understood, and only that is left of the list which was not.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  const asked = readCupboard(new URL(request.url).searchParams);
  return answering(request, context, async (actor) => {
    const { address, unclear } = await understood(db, asked);
    if (!sameMaterials(address, asked))
      throw redirectTo(cupboardHref(address, { page: asked.page, cut: address.cut }));
    const boxes = await materialBoxes(db, address.materials, locale);
    const owned = boxes.filter(({ slug }) => address.materials.includes(slug));
    const ids = owned.map(({ id }) => id);
    const { kind, page } = address;
    const { rows, total } = await findBuildable(db, ids, { kind, page, perPage: PER_PAGE });
    if (rows.length === 0 && page > 1) throw redirectTo(cupboardHref(address));
    const names = await namesOfMaterials(db, [...new Set(unclear.flatMap(({ choices }) => choices))], locale);
    return {
      address,
      boxes: boxes.map(({ id: _id, ...box }) => ({
        ...box,
        checked: address.materials.includes(box.slug),
      })),
      unclear: unclear.map(({ text, choices }) => ({
        text,
        choices: choices.flatMap((id) => names.get(id) ?? []),
      })),
      found: await describeBuildable(db, rows, ids, locale),
      total,
      pages: Math.ceil(total / PER_PAGE),
      may: { editMaterials: mayEditMaterials(actor) },
    };
  });
}

/** A list may be longer than an address: the form sends it here, and is led to the address that says the same. */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = readCupboard(await formOf(request));
  const { address } = await understood(context.services.db, asked);
  return redirectTo(cupboardHref(address, { cut: address.cut }), { status: 303 });
}

/** The same address with its list read and its materials by today's slugs. At most two queries. */
async function understood(
  db: Reader,
  asked: CupboardAddress,
): Promise<{ address: CupboardAddress; unclear: Unclear[] }> {
  const current = await currentSlugs(db, asked.materials);
  if (!asked.list)
    return { address: { ...asked, ...withCut(fitted(current.values(), []), asked) }, unclear: [] };
  const vocabulary = await wholeVocabulary(db);
  const reading = readList(asked.list, nameIndex(vocabulary));
  const slugs = new Map(vocabulary.map(({ id, slug }) => [id, slug]));
  const named = reading.known.map((id) => slugs.get(id)!);
  const kept = fitted(
    [...current.values(), ...named],
    reading.unclear.map(({ text }) => text),
  );
  return {
    address: { ...asked, ...withCut(kept, { cut: asked.cut || reading.cut }) },
    unclear: reading.unclear,
  };
}

const withCut = (kept: ReturnType<typeof fitted>, { cut }: { cut: boolean }) => ({
  ...kept,
  cut: kept.cut || cut,
});

const sameMaterials = (a: CupboardAddress, b: CupboardAddress) =>
  a.materials.join() === b.materials.join() && (a.list !== "" || b.list === "");
