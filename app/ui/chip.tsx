import { m } from "~/platform/i18n/messages";
import { AppLink } from "./app-link";
import { CrossIcon } from "./icons";

export type ChipProps = {
  /** The same page without this filter. */
  to: string;
  label: string;
};

/** A filter that is set; following the link takes it away. */
export function Chip({ to, label }: ChipProps) {
  return (
    <AppLink to={to} className="chip" aria-label={m.ui_remove({ label })} preventScrollReset>
      {label}
      <CrossIcon />
    </AppLink>
  );
}

/** Chips in a line that wraps, with what else belongs there (a link that clears all, a sentence). */
export function Chips({ children }: { children: React.ReactNode }) {
  return <div className="chips">{children}</div>;
}
