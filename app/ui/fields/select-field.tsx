import type { SelectHTMLAttributes } from "react";
import { describedBy, type FieldProps, FieldShell, fieldId } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps> & {
    options: SelectOption[];
    /** A first choice with no value: "Choose a subject". */
    placeholder?: string;
  };

/** One of a list, by the system's own control. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  className,
  id,
  options,
  placeholder,
  ...rest
}: SelectFieldProps) {
  const inputId = id ?? fieldId(rest.name);
  return (
    <FieldShell id={inputId} {...{ label, hint, error, optional, className }}>
      <select className="input" {...rest} {...describedBy(inputId, hint, error)}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          // A value that is what is shown need not be sent twice: time zones are four hundred.
          <option
            key={option.value}
            value={option.value === option.label ? undefined : option.value}
            disabled={option.disabled}
          >
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
