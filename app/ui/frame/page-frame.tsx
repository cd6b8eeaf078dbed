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
  /** Mail to the reader's address comes back; since when, in words. */
  mailBack?: { email: string; date: string } | null;
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
  mailBack,
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
        {mailBack ? <MailBack {...mailBack} /> : null}
        {children}
      </main>
      <Footer {...{ path, locale, theme, links: footer }} />
    </div>
  );
}

/** Works without scripts and on every page, so it is a plain form. Every page carries it, so it carries little. */
function MailBack({ email, date }: { email: string; date: string }) {
  return (
    <div className="page roles-wait">
      <Notice tone="amber">
        <p className="wrap-anywhere">{m.ui_mail_back({ email, date })}</p>
        <form method="post" action="/settings/email" className="actions mt-2">
          <AppLink to="/settings/email">{m.ui_mail_back_change()}</AppLink>
          <button className="btn btn-outlined btn-small" type="submit" name="intent" value="again">
            {m.ui_mail_back_again()}
          </button>
        </form>
      </Notice>
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
