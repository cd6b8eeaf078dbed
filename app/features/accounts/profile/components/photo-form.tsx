import type { ChangeEvent } from "react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/fields/text-field";
import { LARGEST_PHOTO } from "../photo";

/** The file of a photo. Sent as a whole document: what is too large is answered the same with and without scripts. */
export function PhotoForm({ error }: { error: string | undefined }) {
  return (
    <form method="post" action="/settings/photo" encType="multipart/form-data" className="mt-8">
      <TextField
        label={m.accounts_photo_file()}
        hint={m.accounts_photo_file_hint()}
        name="photo"
        type="file"
        // Phones make a JPEG of what they keep otherwise when a field asks for these alone.
        accept="image/jpeg,image/png,image/webp"
        error={error}
        onChange={sayIfTooLarge}
        required
      />
      <Button variant="filled" className="mt-8" name="intent" value="save">
        {m.accounts_photo_save()}
      </Button>
    </form>
  );
}

/** Said before it is sent: a large file on a slow line is a long wait for nothing. */
function sayIfTooLarge({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  const size = currentTarget.files?.[0]?.size ?? 0;
  currentTarget.setCustomValidity(size > LARGEST_PHOTO ? m.accounts_photo_large() : "");
  if (size > LARGEST_PHOTO) currentTarget.reportValidity();
}

/** Taking the photo away, with a second thought. */
export function RemovePhoto() {
  return (
    <details className="facet-more mt-8">
      <summary>{m.accounts_photo_remove()}</summary>
      <p className="mt-2">{m.accounts_photo_remove_text()}</p>
      <form method="post" action="/settings/photo" className="mt-4">
        <Button variant="danger" name="intent" value="remove">
          {m.accounts_photo_remove_confirm()}
        </Button>
      </form>
    </details>
  );
}
