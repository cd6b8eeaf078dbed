import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { languageName } from "~/platform/i18n/vocabulary";
import { publishPack } from "../operations/publish-pack.server";
import { unpublishPack } from "../operations/unpublish-pack.server";
import { mayEditPacks } from "../permissions";
import { readPack } from "../queries.server";
import { pupilsFrom } from "../scale";

export type PackPage = Awaited<ReturnType<typeof loader>>;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { searchParams } = new URL(request.url);
  return answering(request, context, async (actor) => {
    const {
      id: _id,
      createdBy: _by,
      createdAt: _at,
      ...pack
    } = await readPack(services.db, actor, params.slug ?? "", locale);
    return {
      pack,
      /** Said where the pack is not in the reader's language. */
      writtenIn: pack.language.split("-")[0] === locale ? null : languageName(pack.language),
      pupils: pupilsFrom(searchParams.get("pupils")),
      done: searchParams.get("done"),
      address: `${services.config.appUrl}/packs/${pack.slug}`,
      siteAddress: `${services.config.appUrl}/`,
      may: {
        publish: mayEditPacks(actor) && pack.publishedAt === null,
        unpublish: mayEditPacks(actor) && pack.publishedAt !== null,
      },
    };
  });
}

const intentSchema = z.object({ intent: z.enum(["publish", "unpublish"], { error: "packs_value_wrong" }) });

export async function action({ params, request, context }: ActionFunctionArgs) {
  const read = await readForm(request, intentSchema);
  if ("refusal" in read) return read.refusal;
  const slug = params.slug ?? "";
  return answering(request, context, async (actor) => {
    const publishing = read.input.intent === "publish";
    const done = await submit(read.form, () =>
      publishing
        ? publishPack(context.services, actor, { slug })
        : unpublishPack(context.services, actor, { slug }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/packs/${slug}?done=${publishing ? "published" : "unpublished"}`);
  });
}
