import { useRef, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { fieldId } from "./field";

export type StepperProps = {
  name: string;
  /** Names the number for screen readers; the words around the stepper say it to everybody else. */
  label: string;
  defaultValue: number;
  min?: number;
  max?: number;
  step?: number;
  /** Called with every whole number between `min` and `max` that is set. */
  onChange?: (value: number) => void;
  id?: string;
};

/** A small whole number with a button on either side; an ordinary number input without scripts. */
export function Stepper({
  name,
  label,
  defaultValue,
  min = 0,
  max = 999,
  step = 1,
  onChange,
  id,
}: StepperProps) {
  const [value, setValue] = useState(String(defaultValue));
  const input = useRef<HTMLInputElement>(null);
  const number = Number.parseInt(value, 10);

  function set(text: string) {
    setValue(text);
    const next = Number(text);
    if (Number.isInteger(next) && next >= min && next <= max) onChange?.(next);
  }
  function move(by: number) {
    const from = Number.isNaN(number) ? defaultValue : number;
    set(String(Math.min(max, Math.max(min, from + by))));
  }

  return (
    <span className="stepper">
      <button
        type="button"
        className="needs-script"
        aria-label={m.ui_fewer({ label })}
        disabled={number <= min}
        onClick={() => move(-step)}
      >
        −
      </button>
      <input
        ref={input}
        id={id ?? fieldId(name)}
        type="number"
        inputMode="numeric"
        aria-label={label}
        {...{ name, min, max, step, value }}
        onChange={(event) => set(event.currentTarget.value)}
        onBlur={() => (Number.isNaN(number) || number < min || number > max ? move(0) : undefined)}
      />
      <button
        type="button"
        className="needs-script"
        aria-label={m.ui_more({ label })}
        disabled={number >= max}
        onClick={() => move(step)}
      >
        +
      </button>
    </span>
  );
}
