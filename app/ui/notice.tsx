import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";

export type NoticeProps = {
  /** Board: it is done; amber: mind it, or it waits; red: wrong; plain: worth knowing. */
  tone?: "plain" | "board" | "amber" | "red";
  title?: ReactNode;
  children?: ReactNode;
  /** "status" or "alert" for what appears while the page is open; nothing for what was there from the start. */
  role?: "status" | "alert";
};

/** A few sentences that must not be missed, with a coloured edge. */
export function Notice({ tone = "plain", title, children, role }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

/** The safety note of a pack or an activity. */
export function MindThis({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <Notice tone="amber" title={title ?? m.ui_mind_this()}>
      {children}
    </Notice>
  );
}
