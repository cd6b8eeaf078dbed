import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import type { Reader } from "~db/client.server";
import { wholeVocabulary } from "../../cupboard/cupboard.server";
import { materialsNamed, nameIndex } from "../../cupboard/names";
import { wordsOf } from "../../cupboard/words";
import { mergeMaterials } from "../../operations/merge-materials.server";
import { previewMerge, readMaterial } from "../queries.server";

const LONGEST_NAME = 120;

/** First which material stays, then what merging will do. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    const read = await readMaterial(db, actor, params.slug ?? "");
    if (read.movedTo !== null) throw redirectTo(`/materials/${read.movedTo}/edit`);
    const { slug, name } = read.material;
    const typed = (searchParams.get("q") ?? "").slice(0, LONGEST_NAME);
    const into = searchParams.get("into") || (await slugNamed(db, typed));
    return {
      slug,
      name,
      typed,
      /** Something was typed or chosen that is no other material. */
      notFound: (typed !== "" || into !== null) && (into === null || into === slug),
      preview: into ? await previewMerge(db, { from: slug, into }) : null,
    };
  });
}

// Without scripts nothing fills in which material was meant: its name does.
async function slugNamed(db: Reader, typed: string): Promise<string | null> {
  if (typed === "") return null;
  const vocabulary = await wholeVocabulary(db);
  const ids = materialsNamed(nameIndex(vocabulary), wordsOf(typed));
  return vocabulary.find(({ id }) => ids.length === 1 && id === ids[0])?.slug ?? null;
}

const mergeForm = z.object({ into: z.string().max(80, "packs_text_long") });

export async function action({ params, request, context }: ActionFunctionArgs) {
  const read = await readForm(request, mergeForm);
  if ("refusal" in read) return read.refusal;
  const { into } = read.input;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () =>
      mergeMaterials(context.services, actor, { from: params.slug ?? "", into }),
    );
    return "refusal" in done ? done.refusal : redirectTo("/materials/vocabulary?merged=1");
  });
}
