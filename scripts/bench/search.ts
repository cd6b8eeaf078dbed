import type { SearchDocument, SearchEngine } from "~/platform/search-engine/search-engine";
import { dice } from "../demo/dice";
import { engines } from "./engines";
import { madeDocuments } from "./made-documents";
import { percentiles, print } from "./requests";
import { searches } from "./searches";

/** The same documents and questions in every run. */
const SEED = 20_260;

const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 100_000);

/** Documents handed over at a time, as many as a feature loads at once. */
const PORTION = 500;

/**
 * Every engine's index built from documents that are made on the way, then asked a mixed set of questions by this same
 * process.
 * @param seconds how long it is asked at each number of connections
 */
export async function benchSearch(seconds: number): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const { name, open } of engines) {
    if (process.env.BENCH_ENGINE && process.env.BENCH_ENGINE !== name) continue;
    const opened = await open();
    if (!opened) continue;
    try {
      figures[name] = {
        ...(await benchEngine(name, opened.engine, seconds)),
        ...(await opened.further?.(seconds, SEED)),
      };
    } finally {
      await opened.close();
    }
  }
  return { search: { documents: DOCUMENTS, ...figures } };
}

async function benchEngine(name: string, engine: SearchEngine, seconds: number) {
  const indexSeconds = await buildIndex(engine);
  console.error(`${name}: ${DOCUMENTS} documents indexed in ${indexSeconds} s`);
  const runs: Record<string, unknown> = {};
  for (const connections of [1, 16]) {
    await load(engine, connections, 2);
    const { all, ofKind } = await load(engine, connections, Math.max(seconds, 10));
    runs[`x${connections}`] = { ...all, ofKind };
    print(`${name} ${connections} connections`, all);
    for (const [kind, row] of Object.entries(ofKind)) print(`  ${kind}`, row);
  }
  return { indexSeconds, ...runs };
}

/** @returns how long it took, in seconds */
async function buildIndex(engine: SearchEngine): Promise<number> {
  const began = performance.now();
  await engine.rebuild(async (put) => {
    let portion: SearchDocument[] = [];
    for (const document of madeDocuments(SEED, DOCUMENTS)) {
      portion.push(document);
      if (portion.length < PORTION) continue;
      await put(portion);
      portion = [];
    }
    await put(portion);
  });
  return Math.round((performance.now() - began) / 100) / 10;
}

/** Each connection asks one question after the other, in an order of its own. */
async function load(engine: SearchEngine, connections: number, seconds: number) {
  const asked = searches(SEED);
  const times: { kind: string; milliseconds: number }[] = [];
  const began = performance.now();
  const ask = async (connection: number) => {
    const order = dice(connection);
    while (performance.now() - began < seconds * 1_000) {
      const { kind, query } = order.pick(asked);
      const started = performance.now();
      await engine.search(query);
      times.push({ kind, milliseconds: performance.now() - started });
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, n) => ask(n + 1)));
  const lasted = (performance.now() - began) / 1_000;
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const row = (of: typeof times) => ({
    perSecond: Math.round(of.length / lasted),
    ...percentiles(of.map(({ milliseconds }) => milliseconds)),
  });
  return {
    all: row(times),
    ofKind: Object.fromEntries(kinds.map((kind) => [kind, row(times.filter((time) => time.kind === kind))])),
  };
}
