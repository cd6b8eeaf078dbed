import type { ActionFunctionArgs } from "@remix-run/node";
import { NotAllowed } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { readForm, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { mayMergeSchools } from "../../permissions";
import { mergingForm } from "../merging";
import { dismissDuplicate } from "../operations/dismiss-duplicate.server";
import { mergeSchools } from "../operations/merge-schools.server";
import { undoMerge } from "../operations/undo-merge.server";

/** What both pages of doubles post. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  return answering(request, context, async (actor) => {
    // Before the form is read: whoever may not do any of it is not told what was wrong with it.
    if (!mayMergeSchools(actor)) throw new NotAllowed();
    const read = await readForm(request, mergingForm);
    if ("refusal" in read) return read.refusal;
    const done = await submit(read.form, () => decide(services, actor, read.input));
    return "refusal" in done ? done.refusal : redirectTo(`/admin/schools?done=${done.result}`);
  });
}

async function decide(
  services: Services,
  actor: Actor,
  input: ReturnType<typeof mergingForm.parse>,
): Promise<"merged" | "apart" | "again" | "parted"> {
  if (input.intent === "undo") {
    await undoMerge(services, actor, input);
    return "parted";
  }
  if (input.intent === "merge") {
    await mergeSchools(services, actor, input);
    return "merged";
  }
  const dismissed = input.intent === "dismiss";
  await dismissDuplicate(services, actor, { ...input, dismissed });
  return dismissed ? "apart" : "again";
}
