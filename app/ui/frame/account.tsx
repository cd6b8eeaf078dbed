import { Link } from "@remix-run/react";
import { m } from "~/platform/i18n/messages";
import { AppNavLink } from "../app-link";
import { Portrait } from "../portrait";
import type { PageFrameProps, Reader } from "./page-frame";

type AccountProps = Pick<PageFrameProps, "reader" | "unread" | "path">;

/** The end of the header: Sign in and Join, or the reader's own menu. */
export function Account({ reader, unread, path }: AccountProps) {
  if (reader) return <ReaderMenu reader={reader} unread={unread} />;
  return (
    <div className="head-account head-visitor">
      <Link to={`/sign-in?next=${encodeURIComponent(path)}`} className="btn btn-quiet">
        {m.ui_sign_in()}
      </Link>
      <Link to="/sign-up" className="btn btn-filled">
        {m.ui_join()}
      </Link>
    </div>
  );
}

function ReaderMenu({ reader, unread }: { reader: Reader; unread: number }) {
  return (
    <>
      {unread > 0 ? (
        <Link to="/notifications" className="head-unread" aria-label={m.ui_unread({ count: unread })}>
          <span>{unread > 99 ? "99+" : unread}</span>
        </Link>
      ) : null}
      <details className="head-reader" name="head">
        <summary>
          <Portrait name={reader.name} photo={reader.photo} />
          <span className="sr-only">{m.ui_your_menu({ name: reader.name })}</span>
        </summary>
      </details>
      <div className="head-account head-reader-menu">
        <p className="head-reader-name">{reader.name}</p>
        <ul>
          <li>
            <AppNavLink to="/" end>
              {m.ui_today()}
            </AppNavLink>
          </li>
          <li>
            <AppNavLink to="/notifications">{m.ui_notifications()}</AppNavLink>
          </li>
          <li>
            <AppNavLink to="/settings">{m.ui_settings()}</AppNavLink>
          </li>
          {reader.administrator ? (
            <li>
              <AppNavLink to="/admin">{m.ui_administration()}</AppNavLink>
            </li>
          ) : null}
        </ul>
        <form method="post" action="/sign-out">
          <button type="submit">{m.ui_sign_out()}</button>
        </form>
      </div>
    </>
  );
}
