import type { ActionFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import type { Actor } from "~/platform/services/actor";
import type { Reader } from "~db/client.server";
import { isId } from "../ids";
import { admitRequest } from "../operations/admit-request.server";
import { letBe, takeUpAgain } from "../operations/let-be.server";
import { seenNetwork } from "../seen-network.server";
import { cockpitForm } from "./cockpit-form";
import type { NeedsAsked } from "./need";

/**
 * Does what a row of the cockpit asks for, on whichever page it stands, and comes back there.
 * @param back path below the network's "coordinate"; "" for the cockpit itself
 */
export async function actOnNeed({ params, request, context }: ActionFunctionArgs, back: string) {
  const { services } = context;
  const slug = params.slug ?? "";
  const read = await readForm(request, cockpitForm);
  if ("refusal" in read) return read.refusal;
  const { input } = read;
  return answering(request, context, async (actor) => {
    const done = await submit(read.form, () => {
      if (input.intent === "admit")
        return admitRequest(services, actor, { slug, requestId: input.requestId });
      const need = { slug, kind: input.kind, subjectId: input.subjectId };
      return input.intent === "let-be" ? letBe(services, actor, need) : takeUpAgain(services, actor, need);
    });
    if ("refusal" in done) return done.refusal;
    return redirectTo(`/networks/${slug}/coordinate${back}?${new URLSearchParams(said(input))}`);
  });
}

const said = (input: { intent: string; kind?: string; subjectId?: string }): Record<string, string> => {
  if (input.intent === "admit") return { done: "admitted" };
  if (input.intent === "take-up") return { done: "taken-up" };
  return { done: "let-be", undo: `${input.kind}:${input.subjectId}` };
};

/** What the page just let be, as its address says, so that it can be undone; null for anything else. */
export function undoOf(url: string): { kind: string; subjectId: string } | null {
  const { searchParams } = new URL(url);
  const [kind = "", subjectId = ""] = (searchParams.get("undo") ?? "").split(":");
  const isOne = searchParams.get("done") === "let-be" && /^[a-z-]{1,60}$/.test(kind) && isId(subjectId);
  return isOne ? { kind, subjectId } : null;
}

/**
 * The network as a coordinator sees it, and what lists of needs are asked with.
 * @throws NotFound, NotAllowed for who does not coordinate it now
 */
export async function coordinated(db: Reader, actor: Actor, slug: string | undefined, leftBe = false) {
  const { network, head, today } = await seenNetwork(db, actor, slug);
  if (!head.may.coordinate) throw new NotAllowed();
  const mine = { network, reader: actor, mayAppoint: head.may.appoint };
  const asked: NeedsAsked = { ...mine, now: new Date(), today, leftBe };
  return { network, head, today, asked };
}
