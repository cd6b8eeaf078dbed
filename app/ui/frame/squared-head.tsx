import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { AppNavLink } from "../app-link";
import { HeadLine } from "./page";

export type Tab = {
  to: string;
  label: ReactNode;
  /** Only this very address, not what lies below it. */
  end?: boolean;
};

export type SquaredHeadProps = {
  /** A few words over the title: what kind of thing it is. */
  over?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  tabs?: Tab[];
  actions?: ReactNode;
  children?: ReactNode;
};

/** The head of a network, a programme, the home page: squared paper from edge to edge. */
export function SquaredHead({ over, title, lead, tabs, actions, children }: SquaredHeadProps) {
  return (
    <div className="squared squared-head">
      <div className="squared-head-in">
        {over ? <p className="over">{over}</p> : null}
        <HeadLine {...{ title, lead, actions }} />
        {children}
        {tabs ? <Tabs tabs={tabs} /> : null}
      </div>
    </div>
  );
}

/** Links to the parts of one thing; the current one is underlined. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label?: string }) {
  return (
    <nav className="tabs" aria-label={label ?? m.ui_parts()}>
      <ul>
        {tabs.map(({ to, label, end }) => (
          <li key={to}>
            <AppNavLink to={to} end={end}>
              {label}
            </AppNavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
