import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { classes } from "../classes";

export type Crumb = { to: string; label: string };

export type PageBodyProps = {
  /** A narrow column at the end; below the rest on a phone. */
  aside?: ReactNode;
  /** The whole 74 rem; otherwise, without an aside, a column for reading and forms. */
  wide?: boolean;
  children?: ReactNode;
};

export type PageProps = PageBodyProps & {
  title: ReactNode;
  /** From the top down, without the page itself. */
  crumbs?: Crumb[];
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
};

/** An ordinary page: title first, then what one came for. */
export function Page({ title, crumbs, lead, actions, ...body }: PageProps) {
  return (
    <PageBody
      {...body}
      head={
        <div className="page-head">
          {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
          <HeadLine {...{ title, lead, actions }} />
        </div>
      }
    />
  );
}

/** Title and lead, with what one can do at their end; below them on a phone. */
export function HeadLine({ title, lead, actions }: Pick<PageProps, "title" | "lead" | "actions">) {
  return (
    <div className="page-head-line">
      <div className="page-head-words">
        <h1>{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
      </div>
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}

/** The body of a page whose head is a `SquaredHead`. */
export function PageBody({ aside, wide, children, head }: PageBodyProps & { head?: ReactNode }) {
  return (
    <div className={classes("page", !wide && !aside && "page-narrow")}>
      {head}
      {aside ? (
        <div className="page-columns">
          <div className="page-main">{children}</div>
          <aside className="page-aside">{aside}</aside>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

/** The way down to this page. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={m.ui_crumbs()}>
      <ol>
        {crumbs.map(({ to, label }) => (
          <li key={to}>
            <AppLink to={to}>{label}</AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
