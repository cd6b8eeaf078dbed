import http from "node:http";
import https from "node:https";
import { MeilisearchApiError } from "meilisearch";

type Answer = { status: number; text: string };

/**
 * Sends requests of the client over connections that stay open. `fetch` would spend more time on its streams than most
 * searches take.
 * @param timeoutMs longest wait for a whole answer, in milliseconds
 * @returns what the server answers
 * @throws MeilisearchApiError for an answer that is none, and what the connection throws
 */
export function keptAlive(
  timeoutMs: number,
): (url: string | URL | Request, init?: RequestInit) => Promise<unknown> {
  const agent = {
    "http:": new http.Agent({ keepAlive: true }),
    "https:": new https.Agent({ keepAlive: true }),
  };

  const send = (url: URL, init: RequestInit, again: boolean): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const secure = url.protocol === "https:";
      const request = (secure ? https : http).request(url, {
        agent: agent[secure ? "https:" : "http:"],
        method: init.method,
        headers: Object.fromEntries(init.headers as Headers),
      });
      const limit = setTimeout(() => {
        request.destroy(new Error(`Meilisearch did not answer within ${timeoutMs} ms`));
      }, timeoutMs);
      const fail = (error: NodeJS.ErrnoException) => {
        clearTimeout(limit);
        // The server may let go of an idle connection just when it is used again.
        if (again && request.reusedSocket && error.code === "ECONNRESET")
          send(url, init, false).then(resolve, reject);
        else reject(error);
      };
      request.on("error", fail);
      request.on("response", (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", fail);
        response.on("end", () => {
          clearTimeout(limit);
          resolve({ status: response.statusCode!, text: Buffer.concat(pieces).toString("utf8") });
        });
      });
      request.end(init.body as string | undefined);
    });

  return async (url, init = {}) => {
    const { status, text } = await send(url as URL, init, true);
    const answer = text === "" ? undefined : JSON.parse(text);
    if (status < 200 || status > 299) throw new MeilisearchApiError(new Response(null, { status }), answer);
    return answer;
  };
}
