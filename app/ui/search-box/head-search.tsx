import { Form } from "@remix-run/react";
import { type ComponentType, useEffect, useState } from "react";
import { m } from "~/platform/i18n/messages";
import { SearchIcon } from "../icons";
import type { ComboboxState, SearchListProps } from "./search-list";

type HeadSearchProps = {
  /** What was searched for, when this is the search page. */
  query: string | undefined;
};

/**
 * The field that searches everything, in the head of every page. Without scripts, and until somebody comes to it, it
 * is a plain form; what suggests is loaded with the first focus, so that reading pages do not carry it.
 */
export function HeadSearch({ query }: HeadSearchProps) {
  const [input, setInput] = useState<HTMLInputElement | null>(null);
  const [List, setList] = useState<ComponentType<SearchListProps> | null>(null);
  const [combobox, setCombobox] = useState<ComboboxState | null>(null);

  useEffect(() => {
    if (!input) return;
    const onKey = (event: KeyboardEvent) => {
      if (!wantsField(event)) return;
      const details = document.querySelector<HTMLDetailsElement>(".head-toggle-search");
      if (details?.checkVisibility?.()) details.open = true;
      event.preventDefault();
      input.focus();
      input.select();
    };
    const load = () =>
      void import("./search-list").then(
        ({ SearchList }) => setList(() => SearchList),
        // Off line, or a release came meanwhile: the form works without.
        () => undefined,
      );
    document.addEventListener("keydown", onKey);
    input.addEventListener("focus", load);
    // Somebody was faster than the scripts.
    if (document.activeElement === input) load();
    return () => {
      document.removeEventListener("keydown", onKey);
      input.removeEventListener("focus", load);
    };
  }, [input]);

  return (
    <Form className="head-search" action="/search" role="search" aria-label={m.ui_search()}>
      <SearchIcon />
      <input
        ref={setInput}
        className="input"
        type="search"
        name="q"
        defaultValue={query}
        aria-label={m.ui_search_everything()}
        placeholder={m.ui_search_everything()}
        enterKeyHint="search"
        maxLength={200}
        {...combobox}
      />
      <span className="key" aria-hidden="true">
        /
      </span>
      {List && input ? <List input={input} onState={setCombobox} /> : null}
    </Form>
  );
}

/** "/" where nobody types, Ctrl+K (⌘K on a Mac, where Ctrl+K cuts a line) everywhere but in an editor. */
function wantsField({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const element = target instanceof HTMLElement ? target : null;
  if (altKey || element?.isContentEditable) return false;
  if (key === "/") return !ctrlKey && !metaKey && !/^(input|textarea|select)$/i.test(element?.tagName ?? "");
  const command = /mac|iphone|ipad/i.test(navigator.platform) ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return command && !shiftKey && key.toLowerCase() === "k";
}
