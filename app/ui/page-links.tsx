import { m } from "~/platform/i18n/messages";
import { AppLink } from "./app-link";

export type PageLinksProps = {
  /** The page shown, from 1. */
  page: number;
  pages: number;
  /** The address of a page. */
  hrefFor: (page: number) => string;
};

/** Links to the pages of a long list; nothing when there is only one. */
export function PageLinks({ page, pages, hrefFor }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav className="page-links" aria-label={m.ui_pages()}>
      {page > 1 ? (
        <AppLink to={hrefFor(page - 1)} rel="prev" className="btn btn-outlined">
          {m.ui_previous_page()}
        </AppLink>
      ) : null}
      <ol>
        {shownPages(page, pages).map((shown, index) => (
          <li key={shown ?? `gap-${index}`}>
            {shown === null ? <span aria-hidden="true">…</span> : <PageLink {...{ shown, page, hrefFor }} />}
          </li>
        ))}
      </ol>
      <p className="page-links-of">{m.ui_page_of({ page, pages })}</p>
      {page < pages ? (
        <AppLink to={hrefFor(page + 1)} rel="next" className="btn btn-outlined">
          {m.ui_next_page()}
        </AppLink>
      ) : null}
    </nav>
  );
}

function PageLink({
  shown,
  page,
  hrefFor,
}: {
  shown: number;
  page: number;
  hrefFor: (page: number) => string;
}) {
  return (
    <AppLink
      to={hrefFor(shown)}
      aria-label={m.ui_page_number({ page: shown })}
      aria-current={shown === page ? "page" : undefined}
    >
      {shown}
    </AppLink>
  );
}

/** The first, the last and those around the page shown; null stands for a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [null, number];
  });
}
