import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { CrossIcon } from "./icons";

export type SheetProps = {
  /** What it holds: "Filters". */
  label: ReactNode;
  children: ReactNode;
};

/**
 * Filters: beside the list on wide screens, a sheet over the page on a phone. The sheet opens by a `<details>`
 * that holds only its summary, so it works without scripts; scripts close it by Escape and when focus leaves.
 */
export function Sheet({ label, children }: SheetProps) {
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const box = root.current;
    if (!box) return;
    const close = (event: { type: string }) => {
      const details = toggle.current;
      if (!details?.open) return;
      if (event.type === "keydown" && (event as unknown as KeyboardEvent).key !== "Escape") return;
      if (event.type === "focusout") {
        const next = (event as unknown as FocusEvent).relatedTarget;
        if (!next || box.contains(next as Node)) return;
      }
      details.open = false;
      if (event.type === "keydown") details.querySelector("summary")?.focus();
    };
    box.addEventListener("keydown", close);
    box.addEventListener("focusout", close);
    return () => {
      box.removeEventListener("keydown", close);
      box.removeEventListener("focusout", close);
    };
  }, []);

  return (
    <div className="sheet-panel" ref={root}>
      <details className="sheet-toggle" ref={toggle}>
        <summary className="btn btn-outlined btn-small">
          {label}
          <CrossIcon />
        </summary>
      </details>
      <div className="sheet-body">{children}</div>
    </div>
  );
}
