import { fieldId } from "../fields/field";

export type TypedFieldProps = {
  name: string;
  label: string;
  value: string;
  /** Id of the form it belongs to. */
  form: string;
};

/** One more thing that can be typed in a catalogue, beside its search field. */
export function TypedField({ name, label, value, form }: TypedFieldProps) {
  const id = fieldId(name);
  return (
    <div className="field mb-6">
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={100}
        defaultValue={value}
        {...{ id, name, form }}
      />
    </div>
  );
}
