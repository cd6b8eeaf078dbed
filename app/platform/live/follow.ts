import { listen } from "./listen";

/**
 * Calls back whenever what a person is told of may have changed. The tabs of a browser share one stream; where they
 * cannot, as on some phones, only the one that is looked at has one.
 * @returns a function that ends it
 */
export function follow(personId: string, onHint: () => void): () => void {
  return typeof SharedWorker === "undefined" ? whileVisible(onHint) : inWorker(personId, onHint);
}

function inWorker(personId: string, onHint: () => void): () => void {
  // A name for each person: whoever signs in next has nothing of the one before.
  const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), {
    type: "module",
    name: `live ${personId}`,
  });
  worker.port.onmessage = onHint;
  const leave = () => worker.port.postMessage("bye");
  addEventListener("pagehide", leave);
  return () => {
    removeEventListener("pagehide", leave);
    leave();
    worker.port.close();
  };
}

function whileVisible(onHint: () => void): () => void {
  let end: (() => void) | null = null;
  const look = () => {
    if (document.visibilityState === "visible") {
      end ??= listen(onHint);
    } else {
      end?.();
      end = null;
    }
  };
  const back = () => {
    if (document.visibilityState === "visible") onHint();
    look();
  };
  look();
  document.addEventListener("visibilitychange", back);
  return () => {
    document.removeEventListener("visibilitychange", back);
    end?.();
  };
}
