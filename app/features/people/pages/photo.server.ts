import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { isPhotoOf, photoKey } from "~/features/accounts/index.server";
import { NotAllowed, NotFound } from "~/platform/errors/errors";
import { answering } from "~/platform/http/answering.server";
import { isId } from "../ids";
import { maySeePeople } from "../permissions";

/** A year: another photo has another address. Kept by this reader's browser alone. */
const KEPT = "private, max-age=31536000, immutable";

/** The photo of a person, for whoever may see the person; every answer of the site forbids sniffing already. One query and one file. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { db, files, log } = context.services;
  const { id = "", version = "" } = params;
  return answering(request, context, async (actor) => {
    if (actor.kind === "visitor") throw new NotAllowed();
    const seen = maySeePeople(actor) && isId(id) && isId(version) && (await isPhotoOf(db, id, version));
    if (!seen) throw new NotFound();
    const size = new URL(request.url).searchParams.get("size") === "large" ? "large" : "small";
    const file = await files.get(photoKey(version, size));
    if (!file) {
      log.error({ photo: version }, "the file of a photo is missing");
      throw new NotFound();
    }
    return new Response(createReadableStreamFromReadable(file.stream), {
      headers: {
        "Content-Type": "image/webp",
        "Content-Length": String(file.size),
        "Cache-Control": KEPT,
      },
    });
  });
}
