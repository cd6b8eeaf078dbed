import http from "node:http";
import { registerVerifiedPeople } from "~/features/accounts/index.server";
import { createNetwork } from "~/features/networks/index.server";
import { postAnnouncement } from "~/features/networks/operations/post-announcement.server";
import { readConfig } from "~/platform/config/config.server";
import { system } from "~/platform/services/actor";
import { createServices } from "~/platform/services/create-services.server";
import type { Services } from "~/platform/services/services.server";
import { startSession } from "~/platform/sessions/sessions.server";
import { wired } from "~/wiring/wired.server";
import { memberships } from "~db/schema";
import { benchDatabase } from "./database";
import { loadRequests, percentiles, print } from "./requests";
import { startSite, stopSite } from "./site-process";

const PORT = 4_703;
const URL_OF_SITE = `http://localhost:${PORT}`;

/** People who have the site open and do nothing, a stream each. */
const STREAMS = 2_000;

/** Streams that are opened at a time. */
const AT_ONCE = 100;

/** Nobody waits longer for an event, in milliseconds. */
const LONGEST_MS = 30_000;

/**
 * What 2,000 idle streams of live updates cost one web process, and how soon an announcement to all of them reaches the
 * last: memory in megabytes, times in milliseconds from the end of the operation, requests a second of a page before and
 * with the streams.
 * @param seconds how long the page is asked for
 */
export async function benchLive(seconds: number): Promise<Record<string, unknown>> {
  const { url, remove } = await benchDatabase();
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ PORT: String(PORT), DATABASE_URL: url, LOG_LEVEL: "warn", APP_URL: "", NODE_ENV: "production" },
  };
  const config = readConfig({ LOG_LEVEL: "error", NODE_ENV: "production", APP_URL: URL_OF_SITE });
  const { services, close } = createServices(config, url, wired);
  const streams: Stream[] = [];
  try {
    const { slug, cookies } = await settle(services);
    await startSite(environment);
    const page = [{ method: "GET" as const, path: `/networks/${slug}` }];
    const ask = () => loadRequests(URL_OF_SITE, page, 16, seconds);
    // The first round warms the process up.
    await ask();
    const before = await ask();
    const memoryBefore = await megabytes();
    for (let from = 0; from < cookies.length; from += AT_ONCE) {
      streams.push(...(await Promise.all(cookies.slice(from, from + AT_ONCE).map(openStream))));
    }
    const memoryWith = await megabytes();
    const withStreams = await ask();
    const hints = streams.map((stream) => stream.hint());
    await postAnnouncement(services, system, { slug, title: "Tea from four", body: "Bring a cup." });
    const began = performance.now();
    const times = (await Promise.all(hints)).map((at) => (at === null ? LONGEST_MS : at - began));
    const row = {
      streams: streams.length,
      extraMegabytes: Math.round(memoryWith - memoryBefore),
      ...{ pageBefore: before.perSecond, pageWith: withStreams.perSecond },
      slower: Math.round((1 - withStreams.perSecond / before.perSecond) * 100) / 100,
      event: percentiles(times),
      missed: times.filter((time) => time >= LONGEST_MS).length,
    };
    print("Live updates", row);
    return { live: row };
  } finally {
    for (const stream of streams) stream.close();
    await stopSite();
    await close();
    await remove();
  }
}

/** A network with as many members as there are streams, each signed in. */
async function settle(services: Services): Promise<{ slug: string; cookies: string[] }> {
  const newcomers = Array.from({ length: STREAMS }, (_, n) => ({
    ...{ name: `Person ${n}`, email: `person${n}@bench.staffroom.test` },
  }));
  const ids = await registerVerifiedPeople(services, system, newcomers);
  const { id, slug } = await createNetwork(services, system, {
    ...{ name: "Trent Valley", slug: "", country: "GB", summary: "Teachers along the river." },
    ...{ description: "", joinPolicy: "open", leadEmail: "" },
    at: { latitude: 52.9536, longitude: -1.1505, region: "Nottinghamshire" },
  });
  await services.db.insert(memberships).values(ids.map((personId) => ({ networkId: id, personId })));
  const store = { db: services.db, appUrl: URL_OF_SITE };
  const cookies: string[] = [];
  for (const personId of ids) cookies.push((await startSession(store, personId, null)).split(";")[0]!);
  return { slug, cookies };
}

type Stream = {
  /** When the next hint came, by the monotonic clock; null after half a minute without one. */
  hint: () => Promise<number | null>;
  close: () => void;
};

/** Opens a stream, and waits for its first event. */
function openStream(cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    let onHint: ((at: number | null) => void) | null = null;
    const request = http.get(`${URL_OF_SITE}/live`, { agent: false, headers: { Cookie: cookie } });
    request.once("error", reject);
    request.once("response", (response) => {
      if (response.statusCode !== 200) return reject(new Error(`/live answered ${response.statusCode}`));
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (text: string) => {
        if (text.includes("event: hint")) onHint?.(performance.now());
        if (text.includes("event: ")) resolve(stream);
      });
    });
    const stream: Stream = {
      hint: () =>
        new Promise((settled) => {
          const late = setTimeout(() => settled(null), LONGEST_MS);
          onHint = (at) => {
            clearTimeout(late);
            settled(at);
          };
        }),
      close() {
        request.off("error", reject);
        request.on("error", () => undefined);
        request.destroy();
      },
    };
  });
}

/** Memory of the web process, as it tells itself. */
async function megabytes(): Promise<number> {
  const text = await (await fetch(`${URL_OF_SITE}/metrics`)).text();
  const bytes = /^staffroom_process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (!bytes) throw new Error("/metrics tells no memory");
  return Number(bytes) / 1_000_000;
}
