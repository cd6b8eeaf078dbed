import { m } from "~/platform/i18n/messages";
import { FacetList } from "~/ui/catalogue/facet-list";
import { Sheet } from "~/ui/sheet";
import { FORM } from "./cupboard-form";

export type Box = {
  slug: string;
  name: string;
  kind: "consumable" | "tool";
  packs: number;
  checked: boolean;
};

/** What packs need most, to be ticked: what is used up, then tools. What is ticked is always in sight. */
export function MaterialBoxes({
  boxes,
  onChange,
}: {
  boxes: Box[];
  onChange: (event: React.FormEvent<HTMLElement>) => void;
}) {
  const groups = [
    { kind: "consumable", label: m.materials_consumables(), shown: 14 },
    { kind: "tool", label: m.materials_tools(), shown: 8 },
  ] as const;
  return (
    <Sheet label={m.materials_boxes()}>
      <div className="catalogue-facets" onChange={onChange}>
        {groups.map(({ kind, label, shown }) => {
          const values = boxes
            .filter((box) => box.kind === kind)
            .map(({ slug, name, packs, checked }) => ({ value: slug, label: name, count: packs, checked }));
          return values.length > 0 ? (
            <FacetList key={kind} facet={{ name: "material", label, values }} form={FORM} shown={shown} />
          ) : null;
        })}
        <button type="submit" form={FORM} className="btn btn-filled catalogue-send">
          {m.materials_show_results()}
        </button>
      </div>
    </Sheet>
  );
}
