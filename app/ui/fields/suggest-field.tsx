import { type InputHTMLAttributes, type KeyboardEvent, useState } from "react";
import { describedBy, type FieldProps, FieldShell, fieldId } from "./field";
import { SuggestList } from "./suggest-list";
import { type Suggestion, useSuggestions } from "./use-suggestions";

export type SuggestFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "value" | "defaultValue" | "type"> & {
    /** A path of this site that answers `?q=` with `{ items: Suggestion[] }`. */
    action: string;
    defaultValue?: string;
    /** Name of a hidden input that carries the id of what was chosen; empty when free text was typed. */
    idName?: string;
    defaultId?: string;
    /** Asks from this many letters on. */
    from?: number;
    onChoose?: (item: Suggestion) => void;
  };

/** A text input that suggests while one types (an ARIA 1.2 combobox); a plain text input without scripts. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, hint, error, optional, className, id, action, defaultValue = "", idName, ...others } = props;
  const { defaultId = "", from = 2, onChoose, ...rest } = others;
  const inputId = id ?? fieldId(rest.name);
  const [text, setText] = useState(defaultValue);
  const [chosenId, setChosenId] = useState(defaultId);
  const [asking, setAsking] = useState(false);
  const [active, setActive] = useState(-1);
  const items = useSuggestions(action, text.trim(), asking && text.trim().length >= from);
  const open = asking && items !== null;
  const activeItem = open ? items[active] : undefined;

  function close() {
    setAsking(false);
    setActive(-1);
  }
  function choose(item: Suggestion) {
    setText(item.value ?? item.label);
    setChosenId(item.id);
    close();
    onChoose?.(item);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const count = items?.length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setAsking(true);
      else if (count > 0) setActive(nextIndex(active, event.key === "ArrowDown" ? 1 : -1, count));
    } else if (event.key === "Enter" && activeItem) {
      event.preventDefault();
      choose(activeItem);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    }
  }

  return (
    <FieldShell id={inputId} {...{ label, hint, error, optional, className }}>
      <div className="suggest">
        <input
          className="input"
          type="text"
          autoComplete="off"
          {...rest}
          {...describedBy(inputId, hint, error)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open && items.length > 0}
          aria-controls={`${inputId}-list`}
          aria-activedescendant={activeItem ? `${inputId}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosenId("");
            setActive(-1);
            setAsking(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {idName ? <input type="hidden" name={idName} value={chosenId} /> : null}
        <SuggestList
          id={inputId}
          label={label}
          items={open ? items : null}
          {...{ active, setActive, choose }}
        />
      </div>
    </FieldShell>
  );
}

/** Goes round, with one stop in the text itself (-1). */
function nextIndex(active: number, by: number, count: number): number {
  return ((active + 1 + by + count + 1) % (count + 1)) - 1;
}
