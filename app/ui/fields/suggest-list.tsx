import type { ReactNode } from "react";
import { m } from "~/platform/i18n/messages";
import type { Suggestion } from "./use-suggestions";

type SuggestListProps = {
  /** The input's id; the list and its options derive theirs. */
  id: string;
  label: ReactNode;
  /** Null while there is nothing to show. */
  items: Suggestion[] | null;
  active: number;
  setActive: (index: number) => void;
  choose: (item: Suggestion) => void;
};

/** The list under a `SuggestField`, and the words that tell a screen reader how long it is. */
export function SuggestList({ id, label, items, active, setActive, choose }: SuggestListProps) {
  const shown = items !== null && items.length > 0;
  return (
    <>
      <div
        className="suggest-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={typeof label === "string" ? label : m.ui_suggestions()}
        hidden={!shown}
      >
        {items?.map((item, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the input, which points here
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
          <div
            key={item.id}
            id={`${id}-${index}`}
            className="suggest-option"
            role="option"
            aria-selected={index === active}
            // Pressing must not take the focus from the input.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => (index === active ? undefined : setActive(index))}
            onClick={() => choose(item)}
          >
            {item.label}
            {item.detail ? <span className="suggest-detail">{item.detail}</span> : null}
          </div>
        ))}
      </div>
      <p className="suggest-none" hidden={items === null || shown}>
        {m.ui_suggest_none()}
      </p>
      <span className="sr-only" role="status">
        {items === null ? "" : m.ui_suggest_count({ count: items.length })}
      </span>
    </>
  );
}
