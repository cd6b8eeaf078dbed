import { v4 } from "uuid";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { FilesUnavailable } from "~/platform/files/files.server";
import { beginFiles, wantFiles } from "~/platform/files/ledger.server";
import { countTry } from "~/platform/limits/limits.server";
import { NotAPicture, squarePictures } from "~/platform/pictures/square-picture.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { transaction } from "~db/transaction.server";
import { mayChangeAccount } from "../../permissions";
import { changePhoto } from "../changing-photo.server";
import { LARGEST_PHOTO, type PhotoSize, photoKey, photoSizes } from "../photo";

/** Photos a person may send in an hour: decoding costs more than anything else one may ask for. */
const LIMIT = { tries: 20, seconds: 3_600 };

const broken = {
  kind: "accounts_photo_kind",
  broken: "accounts_photo_broken",
  pixels: "accounts_photo_pixels",
} as const;

/**
 * Makes a picture the photo of the person who sent it. The files are there before anything names them, and a process that
 * dies between leaves nothing behind (`platform/files`).
 * @param bytes the file as it was sent, whatever it claims to be
 * @throws NotAllowed without an account, TooFast, RuleBroken at the field `photo`
 */
export async function savePhoto(
  { db, files, log }: Pick<Services, "db" | "files" | "log">,
  actor: Actor,
  { bytes }: { bytes: Uint8Array },
): Promise<void> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  if (bytes.length === 0) throw new RuleBroken("accounts_photo_missing", {}, "photo");
  if (bytes.length > LARGEST_PHOTO) throw new RuleBroken("accounts_photo_large", {}, "photo");
  await countTry(db, `photo:${actor.id}`, LIMIT);
  const sizes = Object.keys(photoSizes) as PhotoSize[];
  const pictures = await squarePictures(bytes, Object.values(photoSizes)).catch((error: unknown) => {
    if (error instanceof NotAPicture) throw new RuleBroken(broken[error.why], {}, "photo");
    throw error;
  });
  // Nobody can guess it: the address of a photo tells nothing about the next one.
  const batch = v4();
  const keys = sizes.map((size) => photoKey(batch, size));
  await beginFiles(db, batch, keys);
  try {
    for (const [index, key] of keys.entries()) await files.put(key, pictures[index]!);
  } catch (error) {
    if (!(error instanceof FilesUnavailable)) throw error;
    log.error({ err: error }, "the file storage did not take a photo");
    throw new RuleBroken("accounts_photo_storage", {}, "photo");
  }
  await transaction(db, async (tx) => {
    await wantFiles(tx, batch);
    await changePhoto(tx, actor, batch);
  });
}
