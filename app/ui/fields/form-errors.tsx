import { useEffect, useRef } from "react";
import { m } from "~/platform/i18n/messages";
import { fieldId } from "./field";

export type FormErrorsProps = {
  /** By name of the field; what concerns the whole form stands under "". */
  errors: Record<string, string> | null | undefined;
  /** The id of a field, where it does not follow from its name. */
  idFor?: (name: string) => string;
};

/** What is wrong with a form, in one place that takes the focus, each line leading to its field. */
export function FormErrors({ errors, idFor = fieldId }: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors ?? {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is a new object
  useEffect(() => {
    box.current?.focus();
  }, [errors]);
  if (entries.length === 0) return null;
  return (
    <div
      className="notice notice-red form-errors"
      ref={box}
      tabIndex={-1}
      role="group"
      aria-labelledby="form-errors"
    >
      <p className="notice-title" id="form-errors">
        {m.ui_errors_title({ count: entries.length })}
      </p>
      <ul>
        {entries.map(([name, error]) => (
          <li key={name}>{name === "" ? error : <a href={`#${idFor(name)}`}>{error}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
