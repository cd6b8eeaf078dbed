import { type RefObject, useEffect, useState } from "react";

/** What the input says of its list, as WAI-ARIA APG wants it of an editable combobox with a listbox. */
export type ComboboxState = {
  role: "combobox";
  autoComplete: "off";
  "aria-autocomplete": "list";
  "aria-controls": string;
  "aria-expanded": boolean;
  "aria-activedescendant": string | undefined;
};

const optionsIn = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>("[role=option]") ?? []),
];

/**
 * Gives an input the keys of a combobox. The focus stays in the input; the list holds elements of role "option", and
 * choosing one is pressing it. Arrows walk round with one stop in the input, Enter opens, Delete presses the option's
 * `[data-forget]` if it has one, Escape closes and once more empties, Home and End lead back into the text.
 * @param list holds the options
 * @returns what was typed, whether the list is open, the index of the active option (-1 is the input)
 */
export function useCombobox(input: HTMLInputElement, list: RefObject<HTMLElement>) {
  const [text, setText] = useState(() => input.value);
  const [open, setOpen] = useState(() => document.activeElement === input);
  const [active, setActive] = useState(-1);

  useEffect(() => {
    const show = (shown: boolean) => {
      setOpen(shown);
      if (!shown) setActive(-1);
    };
    const onInput = () => {
      setText(input.value);
      setActive(-1);
      setOpen(true);
    };
    const onShow = () => show(true);
    const onHide = () => show(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const options = open ? optionsIn(list.current) : [];
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (!open) return show(true);
        if (!event.altKey) setActive(nextIndex(active, key === "ArrowDown" ? 1 : -1, options.length));
        else if (key === "ArrowUp") show(false);
      } else if (key === "Enter" && options[active]) {
        event.preventDefault();
        options[active].click();
      } else if (key === "Delete" && options[active]) {
        options[active].querySelector<HTMLElement>("[data-forget]")?.click();
      } else if (key === "Home" || key === "End") {
        setActive(-1);
      } else if (key === "Escape" && (open || input.value !== "")) {
        // Neither the browser nor the header's menus shall take it for theirs.
        event.preventDefault();
        event.stopPropagation();
        if (open) return show(false);
        input.value = "";
        setText("");
      }
    };
    input.addEventListener("input", onInput);
    input.addEventListener("focus", onShow);
    input.addEventListener("click", onShow);
    input.addEventListener("blur", onHide);
    input.addEventListener("keydown", onKey);
    input.form?.addEventListener("submit", onHide);
    return () => {
      input.removeEventListener("input", onInput);
      input.removeEventListener("focus", onShow);
      input.removeEventListener("click", onShow);
      input.removeEventListener("blur", onHide);
      input.removeEventListener("keydown", onKey);
      input.form?.removeEventListener("submit", onHide);
    };
  }, [input, list, open, active]);

  useEffect(() => {
    if (active >= 0) optionsIn(list.current)[active]?.scrollIntoView({ block: "nearest" });
  }, [list, active]);

  return { text: text.trim(), open, active, setActive };
}

/** Goes round, with one stop in the input itself (-1). */
const nextIndex = (active: number, by: number, count: number) =>
  ((active + 1 + by + count + 1) % (count + 1)) - 1;
