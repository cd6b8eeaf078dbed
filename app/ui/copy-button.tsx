import { useState } from "react";
import { m } from "~/platform/i18n/messages";
import { Button } from "./button";

/** Copies `value` (a link, a code) to the clipboard and says so; not shown where scripts do not run. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // The browser refused (no permission, no secure context): the value stands beside, to be copied by hand.
      setCopied(false);
    }
  }
  return (
    <span className="needs-script">
      <Button type="button" small onClick={copy}>
        {label ?? m.ui_copy()}
      </Button>{" "}
      <span role="status" className="small">
        {copied ? m.ui_copied() : ""}
      </span>
    </span>
  );
}
