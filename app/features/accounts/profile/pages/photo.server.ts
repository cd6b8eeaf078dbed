import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { answering } from "~/platform/http/answering.server";
import { personOf } from "~/platform/http/context.server";
import { formOf, submit } from "~/platform/http/forms.server";
import { redirectTo } from "~/platform/http/redirect.server";
import { m } from "~/platform/i18n/messages";
import { removePhoto } from "../operations/remove-photo.server";
import { savePhoto } from "../operations/save-photo.server";
import { photoPath } from "../photo";
import { photoOf } from "../queries.server";

const doneWords = ["saved", "removed"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await personOf(request, context);
  const word = new URL(request.url).searchParams.get("done");
  const shown = {
    name: person.name,
    photo: photoPath(person.id, await photoOf(context.services.db, person.id)),
    done: doneWords.find((each) => each === word) ?? null,
    error: null,
  };
  // What was sent here was more than the site lets through, and was thrown away unread.
  return context.tooLarge
    ? data({ ...shown, done: null, error: m.accounts_photo_large() }, { status: 413 })
    : data({ ...shown, error: null as string | null });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services } = context;
  const person = await personOf(request, context);
  const form = await formOf(request);
  return answering(request, context, async () => {
    if (form.get("intent") === "remove") {
      await removePhoto(services, person);
      return redirectTo("/settings/photo?done=removed");
    }
    const done = await submit(form, async () =>
      savePhoto(services, person, { bytes: await bytesOf(form.get("photo")) }),
    );
    return "refusal" in done ? done.refusal : redirectTo("/settings/photo?done=saved");
  });
}

/** What was sent as a file; nothing where none was. */
const bytesOf = async (sent: FormDataEntryValue | null) =>
  sent instanceof Blob ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array();
