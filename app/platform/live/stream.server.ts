import type { Request, RequestHandler, Response } from "express";
import { setGauge } from "../metrics/metrics.server";
import type { Services } from "../services/services.server";
import { whoseSession } from "../sessions/sessions.server";
import { topicOfPerson, topicOfSessions } from "./hint.server";

/** Streams of one person: so many browsers at once, and no more. */
const MOST_OF_ONE = 10;

/** Streams of one process; whoever comes later asks once a minute instead. */
const MOST = 5_000;

/** How often a stream says that it lives, and whether its session still holds is asked, in milliseconds. */
export const BEAT_MS = 25_000;

/** A reader that has so many bytes waiting is not reading. */
const MOST_WAITING = 16_384;

/**
 * GET /live: server-sent events for who is signed in. `hint`: something may have changed, ask again; `beat`: nothing,
 * every 25 seconds. No event carries data. 204 for a visitor, which tells a browser not to come back.
 */
export function liveStream({ db, config, live, log }: Services): RequestHandler {
  const open = new Map<string, number>();
  let all = 0;
  const count = (change: 1 | -1) => {
    all += change;
    setGauge("live_streams", "Open streams of live updates", all);
  };

  const personIdOf = (request: Request) =>
    whoseSession({ db, appUrl: config.appUrl }, request.headers.cookie ?? null);

  function stream(request: Request, response: Response, personId: string) {
    const topic = topicOfPerson(personId);
    open.set(personId, (open.get(personId) ?? 0) + 1);
    count(1);
    const send = (event: "hint" | "beat") => {
      if (response.writableLength > MOST_WAITING) return response.destroy();
      // The id comes back when the browser does: it has been here before.
      response.write(`event: ${event}\nid: 1\ndata:\n\n`);
    };
    const unsubscribe = live.subscribe(topic, () => send("hint"));
    const stays = live.onClose(() => response.end());
    const endIfOver = async () => {
      try {
        if ((await personIdOf(request)) !== personId) response.end();
      } catch (error) {
        log.warn({ err: error }, "whether a live session still holds could not be asked");
      }
    };
    const unsubscribeSessions = live.subscribe(topicOfSessions(personId), () => void endIfOver());
    const beat = setInterval(() => {
      send("beat");
      void endIfOver();
    }, BEAT_MS);
    response.on("close", () => {
      clearInterval(beat);
      unsubscribe();
      unsubscribeSessions();
      stays();
      count(-1);
      const left = open.get(personId)! - 1;
      if (left > 0) open.set(personId, left);
      else open.delete(personId);
    });
    response.status(200).set({
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // Nginx would keep events until it has enough of them.
      "X-Accel-Buffering": "no",
    });
    response.write("retry: 3000\n\n");
    // What changed while the browser was away, or between the page and its stream, would otherwise be missed.
    const isBack = request.headers["last-event-id"] !== undefined;
    send(isBack || live.wasHinted(topic) ? "hint" : "beat");
  }

  return async (request, response, next) => {
    try {
      const personId = await personIdOf(request);
      if (response.destroyed) return;
      if (personId === null) return void response.status(204).end();
      if (all >= MOST || (open.get(personId) ?? 0) >= MOST_OF_ONE)
        return void response.status(429).set("Retry-After", "60").end();
      stream(request, response, personId);
    } catch (error) {
      next(error);
    }
  };
}
