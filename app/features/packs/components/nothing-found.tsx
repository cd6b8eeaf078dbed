import { m } from "~/platform/i18n/messages";
import type { CatalogueView } from "~/platform/search-engine/catalogue-view";
import { AppLink } from "~/ui/app-link";
import { ButtonLink } from "~/ui/button";
import { Empty } from "~/ui/empty";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import type { PackRow as Row } from "../pages/packs.server";
import { PackRow } from "./pack-row";

export type Found = CatalogueView;

/** A magnifying glass over an empty sheet. */
const drawing = ["M3 1.5H9.5V6", "M3 1.5V10.5H5", "M7.5 6.2a2.3 2.3 0 1 0 .01 0", "M9.2 10.1L11 12"];

/** What the catalogue says when nothing fits: each filter that can go, and the packs that come nearest. */
export function NothingFound({ view, near }: { view: Found; near: { kind: "near" | "new"; rows: Row[] } }) {
  const filtered = view.chips.length > 0;
  if (near.rows.length === 0) {
    return <Empty title={m.packs_none_yet_title()} text={m.packs_none_yet_text()} drawing={drawing} />;
  }
  return (
    <div className="grid gap-8">
      <Empty
        title={filtered ? m.packs_none_title() : m.packs_none_title_words()}
        text={filtered ? m.packs_none_text() : m.packs_none_text_words()}
        drawing={drawing}
        action={filtered ? <Ways view={view} /> : <ButtonLink to={view.path}>{m.packs_all()}</ButtonLink>}
      />
      <Section title={near.kind === "near" ? m.packs_near() : m.packs_newest()}>
        <Register>
          {near.rows.map((row) => (
            <PackRow key={row.slug} row={row} />
          ))}
        </Register>
      </Section>
    </div>
  );
}

function Ways({ view }: { view: Found }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {view.chips.map(({ label, to }) => (
        <li key={to}>
          <ButtonLink to={to} small>
            {m.packs_without({ filter: label })}
          </ButtonLink>
        </li>
      ))}
      {view.chips.length > 1 && view.clearHref ? (
        <li>
          <AppLink to={view.clearHref} className="btn btn-quiet btn-small">
            {m.packs_without_filters()}
          </AppLink>
        </li>
      ) : null}
    </ul>
  );
}
