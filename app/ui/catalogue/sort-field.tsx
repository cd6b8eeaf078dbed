import type { FormEvent } from "react";
import { m } from "~/platform/i18n/messages";

export type SortFieldProps = {
  /** "sort" unless given; what it is called then stands in `label`. */
  name?: string;
  label?: string;
  sort: string;
  sorts: { value: string; label: string }[];
  /** Id of the form it belongs to. */
  form: string;
  onChange?: (event: FormEvent<HTMLElement>) => void;
};

/** The order of the results, as a quiet list at the end of the line. */
export function SortField({ name = "sort", label, sort, sorts, form, onChange }: SortFieldProps) {
  return (
    <div className="sort-field">
      <label htmlFor={`${form}-${name}`} className="sr-only">
        {label ?? m.ui_sort()}
      </label>
      <select id={`${form}-${name}`} name={name} form={form} defaultValue={sort} onChange={onChange}>
        {sorts.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" form={form} className="btn btn-outlined btn-small without-script">
        {m.ui_sort_now()}
      </button>
    </div>
  );
}
