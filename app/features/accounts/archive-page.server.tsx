import { renderToStaticMarkup } from "react-dom/server";
import { currentLocale, formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import type { Cell, Section } from "~/platform/personal/personal";
import { archiveStyles } from "./archive-styles";

type Page = { name: string; site: string; madeAt: Date; sections: readonly Section[]; files: string[] };

/**
 * The page of an export that people read: one file that needs nothing else, and no script. React writes every name and
 * text letter by letter; the policy stands in the file, for it is opened from a disk.
 */
export const archivePage = (page: Page): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Archive {...page} />)}\n`;

function Archive({ name, site, madeAt, sections, files }: Page) {
  return (
    <html lang={currentLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${m.accounts_data_page_title()} · ${m.site_name()}`}</title>
        <style>{archiveStyles}</style>
      </head>
      <body>
        <header>
          <p className="site">{m.site_name()}</p>
          <h1>{m.accounts_data_page_title()}</h1>
          <p>{m.accounts_data_page_lead({ name, site, date: longMoment(madeAt) })}</p>
          <p className="quiet">{m.accounts_data_page_machines()}</p>
        </header>
        <main>
          {sections.map((section) => (
            <SectionOf key={section.key} section={section} />
          ))}
          {files.length > 0 ? <Files files={files} /> : null}
        </main>
      </body>
    </html>
  );
}

function SectionOf({ section: { key, title, about, columns, rows } }: { section: Section }) {
  return (
    <section aria-labelledby={key}>
      <h2 id={key}>{title}</h2>
      {about ? <p className="quiet">{about}</p> : null}
      {rows.length === 0 ? <p className="quiet">{m.accounts_data_page_nothing()}</p> : null}
      {rows.map((row, index) => (
        <dl key={index}>
          {Object.entries(columns)
            .filter(([column]) => !isEmpty(row[column]))
            .map(([column, heading]) => (
              <div key={column}>
                <dt>{heading}</dt>
                <dd>{words(row[column]!)}</dd>
              </div>
            ))}
        </dl>
      ))}
    </section>
  );
}

function Files({ files }: { files: string[] }) {
  return (
    <section aria-labelledby="files">
      <h2 id="files">{m.accounts_data_page_files()}</h2>
      <ul>
        {files.map((file) => (
          <li key={file}>
            <a href={file}>{file}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isEmpty = (cell: Cell | undefined) =>
  cell === undefined || cell === null || cell === "" || (Array.isArray(cell) && cell.length === 0);

function words(cell: Cell): string {
  if (cell instanceof Date) return longMoment(cell);
  return Array.isArray(cell) ? cell.join(", ") : String(cell);
}

/** The zone is named: the file is read anywhere, years from now. */
const longMoment = (at: Date) =>
  new Intl.DateTimeFormat(formattingLocale(), {
    ...{ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ timeZone: "UTC", timeZoneName: "short" },
  }).format(at);
