import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
    }),
  ],
  // The scan for packages follows routes into their server files; this one has no build for browsers.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  resolve: {
    alias: {
      "~db": fileURLToPath(new URL("./db", import.meta.url)),
      "~": fileURLToPath(new URL("./app", import.meta.url)),
    },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Two kilobytes less on every page than esbuild's own, for some seconds more of building.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { compress: { passes: 2 } },
    // Each message is a module. Left alone, Rollup makes a file of each that two pages share: dozens of 150 bytes.
    rollupOptions: isSsrBuild
      ? {}
      : { output: { experimentalMinChunkSize: 2_000, manualChunks: loadedWhenUsed } },
  },
}));

/** Keeps what is loaded on demand out of the small chunks that are put together for every page. */
function loadedWhenUsed(id: string): string | undefined {
  return id.includes("/@simplewebauthn/browser/") ? "webauthn" : undefined;
}
