/** A stream that was silent for this long is dead, or kept by a proxy, in milliseconds. A beat comes every 25 seconds. */
const SILENCE_MS = 60_000;

/** How long until a stream that was refused is tried again, in milliseconds; each try asks for what is new. */
const AGAIN_MS = 60_000;

/**
 * Calls back whenever something may have changed on the server: at each hint, after every break, and once a minute where
 * no stream can be had.
 * @returns a function that ends it
 */
export function listen(onHint: () => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onHint();
      open();
    }, milliseconds);
  };

  function open() {
    source?.close();
    const stream = new EventSource("/live");
    source = stream;
    const alive = () => later(SILENCE_MS);
    stream.addEventListener("hint", () => {
      alive();
      onHint();
    });
    stream.addEventListener("beat", alive);
    stream.addEventListener("error", () => {
      // Otherwise the browser connects again by itself, and is told what it missed.
      if (stream.readyState === EventSource.CLOSED) later(AGAIN_MS);
    });
    alive();
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
