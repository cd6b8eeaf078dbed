import type { KeyboardEvent } from "react";

const links = ".row-title > a";

/**
 * Arrow keys walk from the field through the results and back, Escape leads back to the field; everything stays
 * within reach of Tab too.
 * @param event a key pressed within the element that holds the field and the results
 */
export function walkResults(event: KeyboardEvent<HTMLElement>) {
  const { currentTarget, target, key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const field = currentTarget.querySelector<HTMLInputElement>("input[type=search]");
  const results = [...currentTarget.querySelectorAll<HTMLAnchorElement>(links)];
  const at = results.indexOf(target as HTMLAnchorElement);
  if (target !== field && at < 0) return;
  const next = key === "ArrowDown" ? results[at + 1] : key === "ArrowUp" ? (results[at - 1] ?? field) : null;
  const wanted = key === "Escape" && at >= 0 ? field : next;
  if (!wanted || wanted === target) return;
  event.preventDefault();
  wanted.focus();
}
