import { type ReactNode, useEffect, useRef, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { AppLink } from "../app-link";
import { Highlight } from "../highlight";
import { CrossIcon } from "../icons";
import { forgetSearch, forgetSearches, recentSearches } from "./recent-searches";
import { type ComboboxState, useCombobox } from "./use-combobox";
import { type Suggested, useSuggested } from "./use-suggested";

export type { ComboboxState } from "./use-combobox";

export type SearchListProps = {
  input: HTMLInputElement;
  /** Gets what the input must say of the list, whenever it changes. */
  onState: (state: ComboboxState) => void;
};

const LIST = "head-search-list";
const optionId = (index: number) => `${LIST}-${index}`;
const searchPath = (text: string) => `/search?${new URLSearchParams({ q: text })}`;

/** The list under the header's field: recent searches while it is empty, the best of each kind while one types. */
export function SearchList({ input, onState }: SearchListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { text, open, active, setActive } = useCombobox(input, list);
  const [recent, setRecent] = useState(recentSearches);
  const answer = useSuggested(open ? text : "");
  const found = text === "" ? null : (answer?.found ?? null);
  const shown = open && (text !== "" || recent.length > 0);

  useEffect(() => {
    if (open) setRecent(recentSearches());
  }, [open]);

  useEffect(() => {
    onState({
      role: "combobox",
      autoComplete: "off",
      "aria-autocomplete": "list",
      "aria-controls": LIST,
      "aria-expanded": shown,
      "aria-activedescendant": shown && active >= 0 ? optionId(active) : undefined,
    });
  }, [onState, shown, active]);

  function forget(work: () => void) {
    work();
    setRecent(recentSearches());
    setActive(-1);
  }

  let options = 0;
  const next = (): OptionProps => {
    const index = options++;
    return {
      id: optionId(index),
      selected: index === active,
      onPoint: () => index !== active && setActive(index),
    };
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pressing in the list must not take the focus from the input */}
      <div className="search-list" hidden={!shown} onMouseDown={(event) => event.preventDefault()}>
        <div id={LIST} role="listbox" aria-label={m.ui_suggestions()} ref={list}>
          {shown && text === "" ? (
            <Group id="recent" label={m.ui_recent()}>
              {recent.map((words) => (
                <Option key={words} {...next()} to={searchPath(words)}>
                  <span className="search-option-title">{words}</span>
                  <Forget onForget={() => forget(() => forgetSearch(words))} />
                </Option>
              ))}
              <Option {...next()} onChoose={() => forget(forgetSearches)}>
                {m.ui_recent_forget_all()}
              </Option>
            </Group>
          ) : null}
          {shown && found ? groupsOf(found, next) : null}
          {shown && text !== "" ? (
            <Option {...next()} to={searchPath(text)} className="search-option-all">
              {m.ui_search_all({ text })}
            </Option>
          ) : null}
        </div>
        {text === "" ? (
          <p className="search-list-note">
            {m.ui_recent_note()} <span className="search-list-keys">{m.ui_recent_keys()}</span>
          </p>
        ) : null}
        {found?.mended ? <p className="search-list-note">{m.ui_mended({ words: found.mended })}</p> : null}
        {found && found.groups.length === 0 ? (
          <p className="search-list-note">{m.ui_suggest_nothing()}</p>
        ) : null}
      </div>
      <span className="sr-only" role="status">
        {shown ? said(text, recent.length, found) : ""}
      </span>
    </>
  );
}

/** What a screen reader is told of the list, politely. */
function said(text: string, recent: number, found: Suggested | null): string {
  if (text === "") return m.ui_recent_count({ count: recent });
  if (!found) return "";
  return m.ui_suggest_count({ count: found.groups.reduce((sum, { items }) => sum + items.length, 0) });
}

// No component: options are numbered in the order they are drawn, and a component is drawn later than its neighbours.
const groupsOf = (found: Suggested, next: () => OptionProps) =>
  found.groups.map(({ id, label, items }) => (
    <Group key={id} id={id} label={label}>
      {items.map(({ to, title, detail, language }) => (
        <Option key={to} {...next()} to={to}>
          <span className="search-option-title" lang={language ?? undefined} dir="auto">
            <Highlight text={title} />
          </span>
          {detail ? (
            <span className="search-option-detail" dir="auto">
              <Highlight text={detail} />
            </span>
          ) : null}
        </Option>
      ))}
    </Group>
  ));

function Group({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
    <div role="group" aria-labelledby={`${LIST}-${id}`}>
      <div className="search-group" id={`${LIST}-${id}`} role="presentation">
        {label}
      </div>
      {children}
    </div>
  );
}

type OptionProps = { id: string; selected: boolean; onPoint: () => void };

type Choice = OptionProps & { className?: string; children: ReactNode } & (
    | { to: string; onChoose?: never }
    | { to?: never; onChoose: () => void }
  );

/** One line that can be chosen: a link, so that it opens in a new tab too, or a deed. */
function Option({ id, selected, onPoint, to, onChoose, className, children }: Choice) {
  const shared = {
    id,
    role: "option",
    tabIndex: -1,
    "aria-selected": selected,
    className: className ? `search-option ${className}` : "search-option",
    onMouseMove: onPoint,
  };
  if (to !== undefined) {
    return (
      <AppLink {...shared} to={to}>
        {children}
      </AppLink>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
    <div {...shared} role="option" tabIndex={-1} onClick={onChoose}>
      {children}
    </div>
  );
}

/** Forgets one recent search. */
function Forget({ onForget }: { onForget: () => void }) {
  return (
    // An option holds no controls: this is for the pointer alone, and Delete does the same.
    <span
      className="search-forget"
      data-forget
      aria-hidden="true"
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onForget();
      }}
    >
      <CrossIcon />
    </span>
  );
}
