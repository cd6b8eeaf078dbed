import { m } from "~/platform/i18n/messages";
import type { CatalogueView } from "~/platform/search-engine/catalogue-view";
import { NearWays } from "~/ui/catalogue/near-ways";
import { Empty } from "~/ui/empty";
import { Register } from "~/ui/register";
import { Section } from "~/ui/section";
import type { ResourceRow as Row } from "../pages/resources.server";
import { ResourceRow } from "./resource-row";

/** A sheet of paper with nothing on its lines. */
const drawing = ["M2.5 1.5H7.5L9.5 3.5V10.5H2.5Z", "M7.5 1.5V3.5H9.5", "M4 5.5H8", "M4 7H8", "M4 8.5H6.5"];

/** What the catalogue says when nothing fits: the ways that bring something back, and the resources that come nearest. */
export function NothingFound({
  view,
  near,
}: {
  view: CatalogueView;
  near: { kind: "near" | "new"; rows: Row[]; ways: { label: string; to: string }[] };
}) {
  if (near.rows.length === 0) {
    return (
      <Empty title={m.resources_none_yet_title()} text={m.resources_none_yet_text()} drawing={drawing} />
    );
  }
  const filtered = view.chips.length > 0;
  return (
    <div className="grid gap-8">
      <Empty
        title={filtered ? m.resources_none_title() : m.resources_none_title_words()}
        text={filtered ? m.resources_none_text() : m.resources_none_text_words()}
        drawing={drawing}
        action={<NearWays ways={near.ways} otherwise={{ label: m.resources_all(), to: view.path }} />}
      />
      <Section title={near.kind === "near" ? m.resources_near() : m.resources_newest()}>
        <Register>
          {near.rows.map((row) => (
            <ResourceRow key={row.slug} row={row} />
          ))}
        </Register>
      </Section>
    </div>
  );
}
