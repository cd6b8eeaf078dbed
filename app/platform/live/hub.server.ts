import pg from "pg";
import type { Log } from "../log/log.server";
import { CHANNEL } from "./hint.server";

/** Hands the hints of all processes to the open pages of this one. */
export type Hub = {
  /**
   * @param onHint called at each hint about the topic, and when hints may have been missed
   * @returns a function that ends it
   */
  subscribe(topic: string, onHint: () => void): () => void;
  /** Whether there was a hint about the topic within the last half minute, or there may have been. */
  wasHinted(topic: string): boolean;
  /** Called when the hub closes, which ends every stream. */
  onClose(end: () => void): () => void;
  close(): Promise<void>;
};

/** How long a hint is remembered, in milliseconds: longer than a page takes from its loader to its stream. */
const REMEMBERED_MS = 30_000;

/** Waits between tries to listen again, in milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/**
 * Listens on one connection of its own, from the first subscription on. When that breaks it is made anew, and everybody
 * is given a hint: nobody knows what was missed.
 */
export function createHub(databaseUrl: string, log: Log): Hub {
  const listeners = new Map<string, Set<() => void>>();
  const closing = new Set<() => void>();
  const hinted = new Map<string, number>();
  let connection: pg.Client | null = null;
  let begun = false;
  let closed = false;
  /** When listening began, or began again; hints before it are not known of. */
  let listeningSince = Number.POSITIVE_INFINITY;

  const tell = (topic: string) => {
    for (const onHint of listeners.get(topic) ?? []) onHint();
  };

  function receive(message: string) {
    const now = Date.now();
    for (const [topic, at] of hinted) {
      // Kept in the order of their hints, so that the first that is young ends it.
      if (now - at < REMEMBERED_MS) break;
      hinted.delete(topic);
    }
    for (const topic of message.split(" ")) {
      hinted.delete(topic);
      hinted.set(topic, now);
      tell(topic);
    }
  }

  async function listen(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !closed; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const client = new pg.Client({
        connectionString: databaseUrl,
        application_name: "staffroom live",
        keepAlive: true,
      });
      const broken = new Promise<void>((resolve) => {
        client.once("error", () => resolve());
        client.once("end", () => resolve());
      });
      client.on("error", () => undefined);
      client.on("notification", ({ payload }) => receive(payload ?? ""));
      try {
        await client.connect();
        await client.query(`listen ${CHANNEL}`);
      } catch (error) {
        await client.end().catch(() => undefined);
        log.warn({ err: error }, "listening for live updates failed; it is tried again");
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
        continue;
      }
      connection = client;
      listeningSince = Date.now();
      void broken.then(() => {
        connection = null;
        listeningSince = Number.POSITIVE_INFINITY;
        client.end().catch(() => undefined);
        return listen();
      });
      if (closed) await client.end().catch(() => undefined);
      else for (const topic of listeners.keys()) tell(topic);
      return;
    }
  }

  return {
    subscribe(topic, onHint) {
      if (!begun) {
        begun = true;
        void listen();
      }
      const others = listeners.get(topic) ?? new Set();
      listeners.set(topic, others.add(onHint));
      return () => {
        others.delete(onHint);
        if (others.size === 0 && listeners.get(topic) === others) listeners.delete(topic);
      };
    },
    wasHinted: (topic) => Date.now() - Math.max(listeningSince, hinted.get(topic) ?? 0) < REMEMBERED_MS,
    onClose(end) {
      closing.add(end);
      return () => void closing.delete(end);
    },
    async close() {
      closed = true;
      for (const end of closing) end();
      await connection?.end().catch(() => undefined);
    },
  };
}
