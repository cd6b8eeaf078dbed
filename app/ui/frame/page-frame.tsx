import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { Notice } from "../notice";
import { Footer } from "./footer";
import { Header } from "./header";

/** `photo` is the address of theirs; null for none. */
export type Reader = { name: string; photo: string | null; administrator: boolean };
export type Theme = "system" | "light" | "dark";
export type NavItem = { to: string; label: string };

export type PageFrameProps = {
  /** Who is signed in; null for a visitor. */
  reader: Reader | null;
  /** The main menu. */
  nav: NavItem[];
  /** How many notifications the reader has not seen. */
  unread: number;
  /** Path and query of this page, to come back to after a choice in the footer. */
  path: string;
  locale: string;
  theme: Theme;
  /** The reader's roles wait until they have set up a second step of signing in. */
  rolesWait?: boolean;
  /** What was searched for, when this is the search page. */
  searchQuery?: string;
  /** Links in the footer, beside language and appearance. */
  footer?: NavItem[];
  children?: ReactNode;
};

/** Header, page and footer: around every page, the same for visitors and members. */
export function PageFrame({
  reader,
  nav,
  unread,
  path,
  locale,
  theme,
  rolesWait,
  searchQuery,
  footer,
  children,
}: PageFrameProps) {
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {m.ui_skip()}
      </a>
      <Header {...{ reader, nav, unread, path, searchQuery }} />
      <main id="main" tabIndex={-1}>
        {rolesWait && !path.startsWith("/settings/second-factor") ? <RolesWait path={path} /> : null}
        {children}
      </main>
      <Footer {...{ path, locale, theme, links: footer }} />
    </div>
  );
}

function RolesWait({ path }: { path: string }) {
  return (
    <div className="page roles-wait">
      <Notice tone="amber">
        <p>
          {m.ui_roles_wait()}{" "}
          <AppLink to={`/settings/second-factor?next=${encodeURIComponent(path)}`}>
            {m.ui_roles_wait_link()}
          </AppLink>
        </p>
      </Notice>
    </div>
  );
}
