import { Link, useLocation } from "@remix-run/react";
import { useRef } from "react";
import { m } from "~/platform/i18n/messages";
import { AppNavLink } from "../app-link";
import { Mark } from "../icons";
import { LoadingBar } from "../loading";
import { HeadSearch } from "../search-box/head-search";
import { Account } from "./account";
import type { PageFrameProps } from "./page-frame";
import { useDisclosures } from "./use-disclosures";

type HeaderProps = Pick<PageFrameProps, "reader" | "nav" | "unread" | "path" | "searchQuery">;

/**
 * The head of every page. On a phone, Search and Menu are `<details>` that hold only their summary and show
 * what follows them, so that each part is written once and opens without scripts.
 */
export function Header({ reader, nav, unread, path, searchQuery }: HeaderProps) {
  const header = useRef<HTMLElement>(null);
  const { key } = useLocation();
  useDisclosures(header);
  return (
    <header className="head" ref={header}>
      {/* Inside a landmark, for it can be there while assistive technology reads the page. */}
      <LoadingBar />
      <div className="head-in">
        <Link to="/" className="mark">
          <Mark />
          {m.site_name()}
        </Link>
        <details className="head-toggle head-toggle-search" name="head">
          <summary>{m.ui_search()}</summary>
        </details>
        <details className="head-toggle head-toggle-menu" name="head">
          <summary>{m.ui_menu()}</summary>
        </details>
        <nav className="head-nav" aria-label={m.ui_main_menu()}>
          <ul>
            {nav.map(({ to, label }) => (
              <li key={to}>
                <AppNavLink to={to}>{label}</AppNavLink>
              </li>
            ))}
          </ul>
        </nav>
        {/* A new page brings its own words; what was typed on the last one goes. */}
        <HeadSearch key={key} query={searchQuery} />
        <Account reader={reader} unread={unread} path={path} />
      </div>
    </header>
  );
}
