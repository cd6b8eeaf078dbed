import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, refuse, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { translate } from "~/platform/i18n/translate.server";
import { readAddresses, type WrongAddress } from "../addresses";
import { doneWord } from "../components/done";
import { lettersForm } from "../letter-form";
import { countLetters, LETTERS_PER_PAGE, lettersOf } from "../letters.server";
import { pageNumber } from "../network-form";
import { inviteAgain } from "../operations/invite-again.server";
import { inviteByLetter } from "../operations/invite-by-letter.server";
import { revokeInvitation } from "../operations/revoke-invitation.server";
import { seenNetwork } from "../seen-network.server";

/** More lines than anybody mends one by one. */
const MOST_WRONG_SHOWN = 50;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  const { db } = services;
  return answering(request, context, async (actor) => {
    const { network, head } = await seenNetwork(db, actor, params.slug);
    if (!head.may.coordinate) throw new NotAllowed();
    const { searchParams } = new URL(request.url);
    const total = await countLetters(db, network.id);
    const pages = Math.max(1, Math.ceil(total / LETTERS_PER_PAGE));
    const page = Math.min(pages, pageNumber().parse(searchParams.get("page") ?? 1));
    return {
      head,
      locale,
      total,
      page,
      pages,
      letters: await lettersOf(db, network.id, page, new Date()),
      done: doneWord(request.url),
      /** What became of the list that was sent. */
      counts: searchParams.has("sent")
        ? {
            sent: figure(searchParams, "sent"),
            known: figure(searchParams, "known"),
            refused: figure(searchParams, "refused"),
          }
        : null,
    };
  });
}

/** A small number from the address; 0 for nonsense. */
const figure = (searchParams: URLSearchParams, name: string) =>
  Number(/^\d{1,3}$/.exec(searchParams.get(name) ?? "")?.[0] ?? 0);

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services } = context;
  const slug = params.slug ?? "";
  const path = `/networks/${slug}/coordinate/letters`;
  const read = await readForm(request, lettersForm);
  if ("refusal" in read) return read.refusal;
  const { input, form } = read;
  return answering(request, context, async (actor) => {
    if (input.intent === "invite") {
      const { addresses, wrong } = readAddresses(input.addresses);
      if (wrong.length > 0) return refuse(errorsOf(wrong), form);
      const done = await submit(form, () => inviteByLetter(services, actor, { slug, addresses }));
      if ("refusal" in done) return done.refusal;
      const { sent, known, refused } = done.result;
      return redirectTo(`${path}?sent=${sent}&known=${known}&refused=${refused}`);
    }
    const at = { slug, invitationId: input.invitationId };
    const again = input.intent === "again";
    const done = await submit(form, () => (again ? inviteAgain : revokeInvitation)(services, actor, at));
    if ("refusal" in done) return done.refusal;
    return redirectTo(`${path}?done=${again ? "again" : "letter-withdrawn"}`);
  });
}

/** One sentence at the field, and one for each line that is wrong. */
function errorsOf(wrong: WrongAddress[]): Record<string, string> {
  const lines = wrong
    .slice(0, MOST_WRONG_SHOWN)
    .map(({ line, text, why }, index) => [`addresses-${index}`, translate(why, { line, text })]);
  return { addresses: m.networks_addresses_wrong({ count: wrong.length }), ...Object.fromEntries(lines) };
}
