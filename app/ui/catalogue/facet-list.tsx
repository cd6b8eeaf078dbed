import { m } from "~/platform/i18n/messages";
import { CheckGroup, CheckRow } from "../fields/check-field";
import type { Facet, FacetValue } from "./catalogue";

export type FacetListProps = {
  facet: Facet;
  /** Id of the form the boxes belong to. */
  form: string;
  /** So many values are in sight; 8 unless given. */
  shown?: number;
};

/** One facet: its values with how many match each; the last open under them. What is ticked is always in sight. */
export function FacetList({ facet, form, shown = 8 }: FacetListProps) {
  const inSight = facet.values.filter(({ checked }, index) => index < shown || checked);
  const folded = facet.values.filter((value) => !inSight.includes(value));
  const row = ({ value, label, count, checked }: FacetValue) => (
    <CheckRow
      key={value}
      name={facet.name}
      value={value}
      label={label}
      count={count}
      defaultChecked={checked}
      form={form}
    />
  );
  return (
    <CheckGroup label={facet.label}>
      {inSight.map(row)}
      {folded.length > 0 ? (
        <details className="facet-more">
          <summary>{m.ui_more_values({ count: folded.length })}</summary>
          {folded.map(row)}
        </details>
      ) : null}
    </CheckGroup>
  );
}
