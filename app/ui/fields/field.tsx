import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import { classes } from "../classes";

/** What every field takes beside the attributes of its HTML element. */
export type FieldProps = {
  /** Always visible, over the field. */
  label: ReactNode;
  name: string;
  /** Says what is wanted, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: string | undefined;
  /** Unset, it follows from the name; set it where two forms of a page share a name. */
  id?: string;
  /** Says "optional" beside the label, in forms where most is required. */
  optional?: boolean;
  className?: string;
};

/** The id a field of this name has, for labels and for links from the summary of errors. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The attributes that tie an input to its hint and its error. */
export function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  return {
    id,
    "aria-describedby": classes(hint ? `${id}-hint` : null, error ? `${id}-error` : null),
    "aria-invalid": error ? (true as const) : undefined,
  };
}

type ShellProps = Omit<FieldProps, "name" | "id"> & { id: string; children: ReactNode };

/** Label, hint, the control itself and its error, in the order they are read. */
export function FieldShell({ id, label, hint, error, optional, className, children }: ShellProps) {
  return (
    <div className={classes("field", error && "field-wrong", className)}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="field-optional"> {m.ui_optional()}</span> : null}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  if (!hint) return null;
  return (
    <p className="field-hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      {error}
    </p>
  );
}
