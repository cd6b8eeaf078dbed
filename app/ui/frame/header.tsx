import { Form, Link, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { m } from "~/platform/i18n/messages";
import { AppNavLink } from "../app-link";
import { Mark, SearchIcon } from "../icons";
import { LoadingBar } from "../loading";
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
        <HeadSearch query={searchQuery} />
        <Account reader={reader} unread={unread} path={path} />
      </div>
    </header>
  );
}

function HeadSearch({ query }: { query: string | undefined }) {
  const input = useRef<HTMLInputElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const details = document.querySelector<HTMLDetailsElement>(".head-toggle-search");
      if (details?.checkVisibility?.()) details.open = true;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <Form className="head-search" action="/search" role="search" aria-label={m.ui_search()}>
      <SearchIcon />
      <input
        // A new page brings its own words; what was typed on the last one goes.
        key={query ?? key}
        ref={input}
        className="input"
        type="search"
        name="q"
        defaultValue={query}
        aria-label={m.ui_search_everything()}
        placeholder={m.ui_search_everything()}
        enterKeyHint="search"
      />
      <span className="key" aria-hidden="true">
        /
      </span>
    </Form>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
