import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { formOf, readForm, refuse, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { translate } from "~/platform/i18n/translate.server";
import type { Actor } from "~/platform/services/actor";
import { units } from "~db/vocabulary/units";
import { wholeVocabulary } from "../../cupboard/cupboard.server";
import { nameIndex } from "../../cupboard/names";
import { saveMaterials } from "../../operations/save-materials.server";
import { setSubstitutes } from "../../operations/set-substitutes.server";
import { materialForm, readSubstitutes, substitutesForm, writeSubstitute } from "../material-form";
import { readMaterial } from "../queries.server";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    const read = await readMaterial(context.services.db, actor, params.slug ?? "");
    if (read.movedTo !== null) throw redirectTo(`/materials/${read.movedTo}/edit`);
    const { slug, name, unit, kind, synonyms, names } = read.material;
    const done = searchParams.get("done");
    return {
      slug,
      name,
      unit,
      kind,
      synonyms: synonyms.join("\n"),
      fr: names.fr ?? "",
      km: names.km ?? "",
      substitutes: read.substitutes.map(writeSubstitute).join("\n"),
      units,
      saved: done === "names" || done === "substitutes",
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await formOf(request.clone());
  return answering(request, context, (actor) =>
    form.get("intent") === "substitutes" ? writeSubstitutes(args, actor) : writeNames(args, actor),
  );
}

async function writeNames({ params, request, context }: ActionFunctionArgs, actor: Actor) {
  const { services } = context;
  const kept = await readMaterial(services.db, actor, params.slug ?? "");
  if (kept.movedTo !== null) throw redirectTo(`/materials/${kept.movedTo}/edit`);
  const read = await readForm(request, materialForm);
  if ("refusal" in read) return read.refusal;
  const { fr, km, ...columns } = read.input;
  // Languages without a field here keep their names.
  const { fr: _fr, km: _km, ...others } = kept.material.names;
  const names = { ...others, ...(fr ? { fr } : {}), ...(km ? { km } : {}) };
  const { slug } = kept.material;
  const done = await submit(read.form, () => saveMaterials(services, actor, [{ ...columns, slug, names }]));
  return "refusal" in done ? done.refusal : redirectTo(`/materials/${slug}/edit?done=names`);
}

async function writeSubstitutes({ params, request, context }: ActionFunctionArgs, actor: Actor) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, substitutesForm);
  if ("refusal" in read) return read.refusal;
  const vocabulary = await wholeVocabulary(services.db);
  const slugs = new Map(vocabulary.map((material) => [material.id, material.slug]));
  const { substitutes, unknown } = readSubstitutes(read.input.substitutes, nameIndex(vocabulary), slugs);
  if (unknown.length > 0) {
    const error = translate("vocabulary_substitute_unknown", { names: unknown.slice(0, 5).join(", ") });
    // Who may not do it learns that first.
    await readMaterial(services.db, actor, slug);
    return refuse({ substitutes: error }, read.form);
  }
  const done = await submit(read.form, () => setSubstitutes(services, actor, { slug, substitutes }));
  return "refusal" in done ? done.refusal : redirectTo(`/materials/${slug}/edit?done=substitutes`);
}
