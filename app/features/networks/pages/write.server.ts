import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { coordinated } from "../cockpit/acting.server";
import { writeForm } from "../cockpit/cockpit-form";
import { silentOnes } from "../cockpit/silent-ones.server";
import { type SilentOnes, WRITTEN_DAYS } from "../cockpit/writing";
import { isId } from "../ids";
import { LONGEST } from "../network";
import { writeToSilent } from "../operations/write-to-silent.server";
import { monthOf } from "../words";

/** Whom the address means. @throws NotFound where it names neither a person nor a school */
function whomOf(url: string): SilentOnes {
  const { searchParams } = new URL(url);
  const [personId, schoolId] = [searchParams.get("person"), searchParams.get("school")];
  if (isId(personId)) return { personId };
  if (isId(schoolId)) return { schoolId };
  throw new NotFound();
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db } = context.services;
  return answering(request, context, async (actor) => {
    const { network, today } = await coordinated(db, actor, params.slug);
    const found = await silentOnes(db, network.id, whomOf(request.url), today);
    if (!found) throw new NotFound();
    return {
      network: { slug: network.slug, name: network.name },
      name: found.name,
      silent: found.silent.map(({ id, name, seenOn }) => ({ id, name, month: monthOf(seenOn) })),
      proposed: m
        .networks_write_words({
          ...{ network: network.name, author: actor.kind === "person" ? actor.name : "" },
        })
        .slice(0, LONGEST.words),
      longest: LONGEST.words,
      days: WRITTEN_DAYS,
    };
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params.slug ?? "";
  const read = await readForm(request, writeForm);
  if ("refusal" in read) return read.refusal;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, async () =>
      writeToSilent(context.services, actor, { slug, ...read.input, ...whomOf(request.url) }),
    );
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/coordinate?done=written`);
  });
}
