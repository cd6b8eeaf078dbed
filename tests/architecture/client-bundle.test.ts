import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const assets = path.resolve("build/client/assets");
const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
const manifestFile = scripts.find((file) => file.startsWith("manifest-"))!;

type Manifest = {
  entry: { module: string; imports: string[] };
  routes: Record<string, { path?: string; index?: boolean; module: string; imports?: string[] }>;
};

const manifest = JSON.parse(
  readFileSync(path.join(assets, manifestFile), "utf8")
    .replace(/^window\.__remixManifest=/, "")
    .replace(/;$/, ""),
) as Manifest;

const bytesOf = (module: string) => gzipSync(readFileSync(path.join("build/client", module))).length;

describe("the built browser bundle", () => {
  it("holds no server code", () => {
    const tellTales = [
      "node:async_hooks",
      "graphile_worker",
      "pg_advisory_lock",
      "drizzle",
      "argon2",
      "createTransport",
      "search_documents",
    ];
    const found = scripts.flatMap((file) => {
      const text = readFileSync(path.join(assets, file), "utf8");
      return tellTales.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it("ships at most 110 kB of gzipped JavaScript to each page", () => {
    const root = manifest.routes.root!;
    const shared = [manifest.entry.module, ...manifest.entry.imports, root.module, ...(root.imports ?? [])];
    const tooHeavy = Object.values(manifest.routes)
      // /dev/ui shows every part there is, in development only.
      .filter(({ path }) => !path?.startsWith("dev/"))
      .map((route) => {
        const modules = new Set([...shared, route.module, ...(route.imports ?? [])]);
        return {
          path: route.path ?? "/",
          bytes: [...modules].reduce((sum, module) => sum + bytesOf(module), 0),
        };
      })
      .filter(({ bytes }) => bytes > 110_000);
    expect(tooHeavy).toEqual([]);
  });

  it("ships at most 25 kB of gzipped style sheets", () => {
    const sheets = readdirSync(assets).filter((file) => file.endsWith(".css"));
    expect(
      sheets.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(assets, file))).length, 0),
    ).toBeLessThanOrEqual(25_600);
  });
});
