import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { countryName, localAuthoritiesOf } from "~/features/schools/index.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { networkAtlas } from "../../atlas.server";
import { doneWord } from "../../components/done";
import { drawArea } from "../../map.server";
import { networkBySlug } from "../../queries.server";
import { seenNetwork } from "../../seen-network.server";
import { setTerritory } from "../operations/set-territory.server";
import { seenTerritory } from "../queries.server";
import { territoryForm } from "../territory-form";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const seen = await seenTerritory(db, network);
    const row = seen?.row;
    return {
      head,
      version: String(network.version),
      country: countryName(network.country),
      kind: row?.kind ?? "none",
      radiusKm: row?.radiusKm ?? null,
      corners: row?.kind === "border" ? row.typed : "",
      chosen: row?.authorities ?? [],
      authorities: await localAuthoritiesOf(db, network.country),
      seen: seen && { schools: seen.schools, overlaps: seen.overlaps },
      map: await drawArea(db, network, await networkAtlas(db), seen?.territory ?? null),
      done: doneWord(request.url),
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, territoryForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => setTerritory(services, actor, { slug, ...read.input }));
    if (!("refusal" in done)) return redirectTo(`/networks/${slug}/coordinate/territory?done=territory`);
    const { data: refusal, init } = done.refusal;
    if (init?.status !== 409) return done.refusal;
    // Somebody else was faster. Who reads that and saves once more means it: the form goes on from what is there now.
    const current = await networkBySlug(services.db, slug);
    if (!current) throw new NotFound();
    return data({ ...refusal, values: { ...refusal.values, version: String(current.version) } }, init);
  });
}
