import { FieldError, FieldHint, fieldId } from "~/ui/fields/field";

type Choice = { value: string; label: string };

type TickBoxesProps = {
  name: string;
  label: string;
  hint?: string;
  choices: Choice[];
  /** What is folded away under them; open while something in it is ticked. */
  more?: { label: string; choices: Choice[] };
  ticked: readonly string[];
  error: string | undefined;
};

/** Boxes of which any number may be ticked, in columns where there is room. */
export function TickBoxes({ name, label, hint, choices, more, ticked, error }: TickBoxesProps) {
  const id = fieldId(name);
  const boxes = (list: Choice[]) => (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))] gap-x-6">
      {list.map(({ value, label: word }) => (
        <label key={value} className="check">
          <input type="checkbox" name={name} value={value} defaultChecked={ticked.includes(value)} />
          <span className="wrap-anywhere">{word}</span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="check-group"
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      <FieldHint id={id} hint={hint} />
      {boxes(choices)}
      {more ? (
        <details className="facet-more" open={more.choices.some(({ value }) => ticked.includes(value))}>
          <summary>{more.label}</summary>
          {boxes(more.choices)}
        </details>
      ) : null}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
