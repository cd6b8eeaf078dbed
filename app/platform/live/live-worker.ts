import { listen } from "./listen";

// Runs once for all tabs of a browser, as long as one of them is open.

const tabs = new Set<MessagePort>();
let begun = false;

addEventListener("connect", (event) => {
  const [tab] = (event as MessageEvent).ports;
  if (!tab) return;
  tabs.add(tab);
  // A tab says goodbye; one that could not is told in vain.
  tab.onmessage = () => tabs.delete(tab);
  if (begun) return;
  begun = true;
  listen(() => {
    for (const each of tabs) each.postMessage("hint");
  });
});
