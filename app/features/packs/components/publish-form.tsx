import { Form, useNavigation } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** What a librarian sees over a pack: whether it is a draft, and the button that changes it. */
export function PublishForm({ may }: { may: { publish: boolean; unpublish: boolean } }) {
  const busy = useNavigation().state === "submitting";
  if (may.publish) {
    return (
      <div className="mb-6">
        <Notice tone="amber" title={m.packs_draft_title()}>
          <p>{m.packs_draft_text()}</p>
          <Form method="post" className="mt-3">
            <Button name="intent" value="publish" busy={busy}>
              {m.packs_publish()}
            </Button>
          </Form>
        </Notice>
      </div>
    );
  }
  return (
    <Form method="post" className="no-print float-right ms-4">
      <Button name="intent" value="unpublish" small busy={busy}>
        {m.packs_unpublish()}
      </Button>
    </Form>
  );
}
