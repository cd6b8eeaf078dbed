import { type FormEvent, useState } from "react";
import { formattingLocale } from "~/platform/i18n/locale";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { Stepper } from "~/ui/fields/stepper";
import { Section } from "~/ui/section";
import { groupsOf, MOST_PUPILS, type Quantities, scaleMaterials } from "../scale";
import { amountText } from "./amount";

export type MaterialShown = Quantities & {
  slug: string;
  name: string;
  note: string | null;
  usedIn: number[];
  position: number;
};

export type MaterialsProps = {
  /** Path of the pack's page, for the form that works without scripts. */
  path: string;
  materials: MaterialShown[];
  groupSize: number;
  /** Pupils the address asks for. */
  pupils: number;
  /** How many activities the pack has: what is used in all of them need not say so. */
  activities: number;
  language: string;
};

/** What a class of the size one sets needs. The number stands in the address, so that a link keeps it. */
export function Materials({
  path,
  materials,
  groupSize,
  pupils: asked,
  activities,
  language,
}: MaterialsProps) {
  const [pupils, setPupils] = useState(asked);
  const rows = scaleMaterials(materials, { pupils, groupSize });

  function scale(next: number) {
    setPupils(next);
    // Not through the router: the page knows all it needs and asks the server nothing.
    const url = new URL(window.location.href);
    url.searchParams.set("pupils", String(next));
    window.history.replaceState(window.history.state, "", url);
  }

  return (
    <Section
      id="materials"
      title={m.packs_need()}
      rule={false}
      note={
        <form
          action={`${path}#materials`}
          className="no-print flex flex-wrap items-center gap-2"
          onSubmit={(event: FormEvent) => event.preventDefault()}
        >
          <span aria-hidden="true">{m.packs_for_before()}</span>
          <Stepper
            name="pupils"
            label={m.packs_pupils()}
            defaultValue={asked}
            min={1}
            max={MOST_PUPILS}
            onChange={scale}
          />
          <span aria-hidden="true">{m.packs_for_after()}</span>
          <Button small className="without-script">
            {m.packs_work_out()}
          </Button>
        </form>
      }
    >
      <DataTable
        caption={
          <span role="status" className="small font-normal">
            {m.packs_list_caption({ count: groupsOf(pupils, groupSize), pupils, size: groupSize })}
          </span>
        }
        rows={rows}
        keyOf={({ position }) => String(position)}
        columns={[
          {
            key: "material",
            label: m.packs_material(),
            heads: true,
            cell: (row) => <Material material={row} activities={activities} language={language} />,
          },
          {
            key: "group",
            label: m.packs_a_group(),
            numeric: true,
            cell: ({ perGroup, unit }) => (
              <Amount text={perGroup === null ? m.packs_share() : amountText(perGroup, unit)} />
            ),
          },
          {
            key: "class",
            label: m.packs_the_class(),
            numeric: true,
            cell: ({ total, unit }) => <Amount text={amountText(total, unit)} />,
          },
        ]}
      />
      <p className="small no-print mt-3">
        <AppLink
          to={`/materials?have=${[...new Set(materials.map(({ slug }) => slug))].join(".")}`}
          className="link"
        >
          {m.materials_pack_link()}
        </AppLink>
      </p>
    </Section>
  );
}

function Amount({ text }: { text: string }) {
  return <span className="whitespace-nowrap">{text}</span>;
}

function Material({
  material,
  activities,
  language,
}: {
  material: MaterialShown;
  activities: number;
  language: string;
}) {
  const { slug, name, note, usedIn } = material;
  const places = new Intl.ListFormat(formattingLocale()).format(usedIn.map(String));
  return (
    <div className="wrap-anywhere">
      {/* To be ticked on paper, in the shop or the cupboard. */}
      <span className="me-2 hidden h-3 w-3 border border-ink print:inline-block" aria-hidden="true" />
      <AppLink to={`/packs?material=${slug}`} className="link font-normal">
        {name}
      </AppLink>
      <div className="small font-normal">
        {note ? <span lang={language}>{note}</span> : null}{" "}
        {usedIn.length > 0 && usedIn.length < activities
          ? m.packs_used_in({ count: usedIn.length, places })
          : null}
      </div>
    </div>
  );
}
