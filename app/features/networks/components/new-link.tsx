import { useEffect, useRef } from "react";
import { m } from "~/platform/i18n/messages";
import { CopyButton } from "~/ui/copy-button";
import { TextField } from "~/ui/fields/text-field";
import { Notice } from "~/ui/notice";

/** The whole link, the one time it is known: to be copied by a button or by hand. */
export function NewLink({ url }: { url: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: "center" }), []);
  return (
    <div className="mb-8" ref={box}>
      <Notice tone="board" role="status" title={m.networks_invitation_made()}>
        <div className="grid gap-2">
          <TextField
            label={m.networks_invitation_link()}
            hint={m.networks_invitation_once()}
            name="link"
            readOnly
            value={url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={url} />
        </div>
      </Notice>
    </div>
  );
}
