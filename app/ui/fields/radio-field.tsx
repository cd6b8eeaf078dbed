import type { InputHTMLAttributes } from "react";
import { classes } from "../classes";
import { FieldError, FieldHint, type FieldProps, fieldId } from "./field";

export type RadioOption = {
  value: string;
  label: React.ReactNode;
  hint?: React.ReactNode;
  disabled?: boolean;
};

export type RadioFieldProps = Omit<FieldProps, "optional"> &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "type" | "value" | "defaultValue"> & {
    options: RadioOption[];
    defaultValue?: string;
  };

/** One of a few, all in sight. */
export function RadioField({
  label,
  name,
  hint,
  error,
  className,
  id,
  options,
  defaultValue,
  ...rest
}: RadioFieldProps) {
  const groupId = id ?? fieldId(name);
  return (
    <fieldset
      className={classes("field", error && "field-wrong", className)}
      aria-describedby={classes(hint ? `${groupId}-hint` : null, error ? `${groupId}-error` : null)}
    >
      <legend>{label}</legend>
      <FieldHint id={groupId} hint={hint} />
      {options.map((option, index) => (
        <label className="check" key={option.value}>
          <input
            type="radio"
            {...rest}
            name={name}
            value={option.value}
            disabled={option.disabled ?? rest.disabled}
            defaultChecked={option.value === defaultValue}
            // The summary of errors leads to the first choice.
            id={index === 0 ? groupId : undefined}
            aria-invalid={error ? true : undefined}
          />
          <span>
            {option.label}
            {option.hint ? <span className="field-hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
      <FieldError id={groupId} error={error} />
    </fieldset>
  );
}
