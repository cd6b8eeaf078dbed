import { useLocation, useNavigation, useNavigationType, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";
import type { CatalogueData } from "./catalogue";

/** Milliseconds without a keystroke after which what was typed is sent. */
const PAUSE = 180;

type Asked = Pick<CatalogueData, "path" | "text" | "sort" | "sorts" | "facets" | "fields">;

/**
 * Sends a catalogue's GET form by itself: at once when a box or the order changes, after a pause while one types.
 * A newer question cancels the older one's answer, which the router does. Typing makes one step in the history,
 * not one per letter. Going back brings the fields to what the address says.
 */
export function useInstantForm(asked: Asked) {
  const ref = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const location = useLocation();
  const navigation = useNavigation();
  const wentBack = useNavigationType() === "POP";
  const atFirst = useRef(true);
  const pause = useRef<ReturnType<typeof setTimeout>>();

  const typedHere = (location.state as { typed?: boolean } | null)?.typed === true;

  function send(typed: boolean) {
    clearTimeout(pause.current);
    const form = ref.current;
    if (!form) return;
    submit(wordsOf(form, asked.sorts[0]?.value), {
      action: asked.path,
      replace: typed && typedHere,
      preventScrollReset: true,
      state: typed ? { typed: true } : null,
    });
  }

  function onChange(event: FormEvent<HTMLElement>) {
    const { target } = event;
    clearTimeout(pause.current);
    if (target instanceof HTMLInputElement && target.type === "search") {
      pause.current = setTimeout(() => send(true), PAUSE);
    } else send(false);
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    send(false);
  }

  useEffect(() => () => clearTimeout(pause.current), []);

  // What was typed before scripts ran stays; the first page counts as gone back to as well.
  // biome-ignore lint/correctness/useExhaustiveDependencies: how one came here matters only when the page is another
  useEffect(() => {
    if (ref.current) bringInto(ref.current, asked, wentBack && !atFirst.current);
    atFirst.current = false;
  }, [asked]);

  return { ref, onChange, onSubmit, busy: navigation.location?.pathname === asked.path || undefined };
}

/** What the form says, without what is empty or usual, so that one state has one address. */
function wordsOf(form: HTMLFormElement, usualSort: string | undefined): URLSearchParams {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || value.trim() === "") continue;
    if (name === "sort" && value === usualSort) continue;
    words.append(name, value.trim());
  }
  return words;
}

/** Sets the fields to what the address says; the one somebody is typing in only after going back or forward. */
function bringInto(form: HTMLFormElement, { text, sort, facets, fields = [] }: Asked, wentBack: boolean) {
  const ticked = new Set(
    facets.flatMap(({ name, values }) => values.filter((v) => v.checked).map((v) => `${name} ${v.value}`)),
  );
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = ticked.has(`${field.name} ${field.value}`);
    } else if (field instanceof HTMLSelectElement && field.name === "sort") {
      field.value = sort;
    } else if (field instanceof HTMLInputElement && field.type === "search") {
      const said = fields.find(({ name }) => name === field.name)?.value ?? text;
      if (wentBack || field !== document.activeElement) field.value = said;
    }
  }
}
