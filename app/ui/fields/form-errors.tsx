import { useNavigation } from "@remix-run/react";
import { useEffect, useId, useRef } from "react";
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
  const box = useRef<HTMLElement>(null);
  const headingId = useId();
  const { state } = useNavigation();
  const entries = Object.entries(errors ?? {});
  const said = entries.join("\n");

  // Once for each answer of the server, also when it says the same again; never while somebody types.
  useEffect(() => {
    if (said && state === "idle") box.current?.focus();
  }, [said, state]);

  if (entries.length === 0) return null;
  return (
    <section className="notice notice-red form-errors" ref={box} tabIndex={-1} aria-labelledby={headingId}>
      <p className="notice-title" id={headingId}>
        {m.ui_errors_title({ count: entries.length })}
      </p>
      <ul>
        {entries.map(([name, error]) => (
          <li key={name}>{name === "" ? error : <a href={`#${idFor(name)}`}>{error}</a>}</li>
        ))}
      </ul>
    </section>
  );
}
