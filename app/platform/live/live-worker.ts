import { listen } from "./listen";

// Runs once for all tabs of a browser, as long as one of them is open.

/** Longer than a page takes from its loader to here, in milliseconds. */
const REMEMBERED_MS = 30_000;

const tabs = new Set<MessagePort>();
let begun = false;
let lastHint = Number.NEGATIVE_INFINITY;

addEventListener("connect", (event) => {
  const [tab] = (event as MessageEvent).ports;
  if (!tab) return;
  tabs.add(tab);
  // What changed while this tab was loading was told to the others alone.
  if (performance.now() - lastHint < REMEMBERED_MS) tab.postMessage("hint");
  // A tab says goodbye; one that could not is told in vain.
  tab.onmessage = () => tabs.delete(tab);
  if (begun) return;
  begun = true;
  listen(() => {
    lastHint = performance.now();
    for (const each of tabs) each.postMessage("hint");
  });
});
