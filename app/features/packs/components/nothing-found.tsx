import { m } from "~/platform/i18n/messages";
import type { CatalogueView } from "~/platform/search-engine/catalogue-view";
import { NearWays } from "~/ui/catalogue/near-ways";
import { Empty } from "~/ui/empty";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import type { PackRow as Row } from "../pages/packs.server";
import { PackRow } from "./pack-row";

export type Found = CatalogueView;

/** A magnifying glass over an empty sheet. */
const drawing = ["M3 1.5H9.5V6", "M3 1.5V10.5H5", "M7.5 6.2a2.3 2.3 0 1 0 .01 0", "M9.2 10.1L11 12"];

type Near = { kind: "near" | "new"; rows: Row[]; ways: { label: string; to: string }[] };

/** What the catalogue says when nothing fits: the ways that bring something back, and the packs that come nearest. */
export function NothingFound({ view, near }: { view: Found; near: Near }) {
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
        action={<NearWays ways={near.ways} otherwise={{ label: m.packs_all(), to: view.path }} />}
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
