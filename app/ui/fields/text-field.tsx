import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { describedBy, type FieldProps, FieldShell, fieldId } from "./field";

export type TextFieldProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps>;

/** One line of text, a number, an address, a date: whatever `type` an `<input>` has. */
export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  id,
  type = "text",
  ...rest
}: TextFieldProps) {
  const inputId = id ?? fieldId(rest.name);
  return (
    <FieldShell id={inputId} {...{ label, hint, error, optional, className }}>
      <input className="input" type={type} {...rest} {...describedBy(inputId, hint, error)} />
    </FieldShell>
  );
}

export type TextAreaProps = FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps>;

/** Several lines of text; grows with what is written where the browser can. */
export function TextArea({ label, hint, error, optional, className, id, rows = 5, ...rest }: TextAreaProps) {
  const inputId = id ?? fieldId(rest.name);
  return (
    <FieldShell id={inputId} {...{ label, hint, error, optional, className }}>
      <textarea className="input" rows={rows} {...rest} {...describedBy(inputId, hint, error)} />
    </FieldShell>
  );
}
