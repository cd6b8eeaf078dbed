// The one launcher behind the npm scripts: brings what is derived up to date, then runs the command in this process.
// Plain JavaScript, because it must run before anything is built.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
const resolve = createRequire(import.meta.url).resolve;
const [command = "help", ...args] = process.argv.slice(2);

const madeBy = {
  site: ["build/server/index.js", "build/client/assets"],
  messages: ["app/platform/i18n/paraglide/messages.js"],
};

const commands = {
  async build() {
    await buildSite();
    await bundle("start");
    await bundle("cli");
  },
  async demo() {
    await buildSite();
    await runScript("start", ["--demo", ...args]);
  },
  async start() {
    await buildSite();
    await runScript("start", args);
  },
  worker: () => runScript("worker", args),
  cli: () => runScript("cli", args),
  async dev() {
    process.env.NODE_ENV ??= "development";
    await messages();
    await runScript("dev", args);
  },
  async bench() {
    // The search with Meilisearch and the pages are asked over HTTP.
    if (
      !["search", "visibility"].includes(args[0] ?? process.env.BENCH_ONLY) ||
      process.env.TEST_MEILI_HOST
    ) {
      await buildSite();
      await bundle("start");
    }
    await runScript("bench", args);
  },
  async test() {
    await buildSite();
    for (const script of ["start", "worker", "cli"]) await bundle(script);
    process.exitCode = await run("vitest/vitest.mjs", ["run", "--config", "tests/vitest.config.ts", ...args]);
  },
  check: () => runScript("check", args),
};

process.env.STAFFROOM_ROOT = root;
if (!(command in commands)) {
  console.error(`Usage: npm run ${Object.keys(commands).join(" | ")}`);
  process.exit(1);
}
await commands[command]();

/** Builds the site unless the last build was made from exactly these sources. */
async function buildSite() {
  process.env.NODE_ENV ??= "production";
  await messages();
  await unlessFresh(
    "site",
    ["app", "db/vocabulary", "db/schema", "public", "vite.config.ts", "package-lock.json"],
    async () => {
      console.log("Building the site …");
      const status = await run("@remix-run/dev/dist/cli.js", ["vite:build", "--logLevel", "warn"], {
        NODE_ENV: "production",
      });
      if (status !== 0) process.exit(status);
    },
  );
}

/** Compiles the message catalogue into functions. */
async function messages() {
  const sources = listFiles("app").filter((file) => /messages[\\/]\w+\.json$|settings\.json$/.test(file));
  await unlessFresh("messages", sources, compileMessages);
}

async function compileMessages() {
  const { compile } = await import("@inlang/paraglide-js");
  await compile({
    project: "app/platform/i18n/project.inlang",
    outdir: "app/platform/i18n/paraglide",
    outputStructure: "message-modules",
  });
}

/** Bundles scripts/<name>.ts with everything of ours it imports; libraries stay where they are. */
async function bundle(name) {
  await messages();
  const { build, stop } = await import("esbuild");
  const outfile = `build/scripts/${name}.js`;
  await build({
    entryPoints: [`scripts/${name}.ts`],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
  // Its service would otherwise stay beside the server for as long as that runs.
  await stop();
  return outfile;
}

async function runScript(name, scriptArgs) {
  const file = await bundle(name);
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], path.join(root, file), ...scriptArgs];
  await import(pathToFileURL(path.join(root, file)).href);
}

function run(bin, binArgs, env = {}) {
  const [name] = bin.split(/\/(?=dist|vitest\.mjs)/);
  const file = path.join(path.dirname(resolve(`${name}/package.json`)), bin.slice(name.length + 1));
  return new Promise((done) => {
    const child = spawn(process.execPath, [file, ...binArgs], {
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.on("exit", (status) => done(status ?? 1));
  });
}

async function unlessFresh(what, sources, make) {
  const stamp = path.join("build", `.${what}.stamp`);
  const wanted = fingerprint(sources);
  if (
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === wanted &&
    madeBy[what].every((file) => existsSync(file))
  )
    return;
  rmSync(stamp, { force: true });
  await make();
  mkdirSync("build", { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint(sources) {
  const hash = createHash("sha256");
  for (const file of sources
    .flatMap(listFiles)
    .filter((name) => !name.includes("paraglide"))
    .sort()) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function listFiles(at) {
  if (!existsSync(at)) return [];
  if (path.extname(at)) return [at];
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
