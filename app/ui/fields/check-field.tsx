import type { InputHTMLAttributes, ReactNode } from "react";
import { classes } from "../classes";
import { describedBy, FieldError, FieldHint, type FieldProps, fieldId } from "./field";

export type CheckFieldProps = Omit<FieldProps, "optional"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type">;

/** One thing that is so or is not; its label stands beside the box. */
export function CheckField({ label, hint, error, className, id, ...rest }: CheckFieldProps) {
  const inputId = id ?? fieldId(rest.name);
  return (
    <div className={classes("field", error && "field-wrong", className)}>
      <label className="check" htmlFor={inputId}>
        <input type="checkbox" {...rest} {...describedBy(inputId, hint, error)} />
        <span>{label}</span>
      </label>
      <div className="check-notes">
        <FieldHint id={inputId} hint={hint} />
        <FieldError id={inputId} error={error} />
      </div>
    </div>
  );
}

export type CheckRowProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  label: ReactNode;
  name: string;
  value: string;
  /** How many there are, at the end of the row. */
  count?: number;
};

/** One value of a facet, 36 px high, with how many match it; the caller says when the form is sent. */
export function CheckRow({ label, count, ...rest }: CheckRowProps) {
  return (
    <label className={classes("check", "check-row", count === 0 && "check-none")}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
      {count === undefined ? null : <span className="check-count">{count}</span>}
    </label>
  );
}

/** Facets or boxes that belong together, under their name. */
export function CheckGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="check-group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
