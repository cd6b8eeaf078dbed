import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

// npm run check: every check that needs no database and no browser, one after the other; all are run before it fails.

/** [what it checks, package, its file, arguments] */
const checks: [string, string, string, string[]][] = [
  ["format and lint", "@biomejs/biome", "bin/biome", ["check", "--error-on-warnings", "."]],
  ["types", "typescript", "bin/tsc", ["--noEmit", "-p", "."]],
  [
    "dependency rules",
    "dependency-cruiser",
    "bin/dependency-cruise.mjs",
    ["--config", "tests/architecture/dependency-rules.cjs", "app", "db", "scripts"],
  ],
  ["dead code", "knip", "bin/knip.js", ["--no-progress"]],
];

// Not by resolution: some packages do not export their package.json.
const binaryOf = (name: string, file: string) => path.join("node_modules", name, file);

const failed = checks.filter(([what, name, file, args]) => {
  const { status } = spawnSync(process.execPath, [binaryOf(name, file), ...args], { stdio: "inherit" });
  console.log(`${status === 0 ? "passed" : "FAILED"}: ${what}`);
  return status !== 0;
});

const gaps = catalogueGaps();
for (const gap of gaps) console.log(gap);
console.log(`${gaps.length === 0 ? "passed" : "FAILED"}: message catalogues`);

process.exitCode = failed.length + gaps.length === 0 ? 0 : 1;

/** Messages that one language has and another lacks, and gaps ({name}) that differ between them. */
function catalogueGaps(): string[] {
  const settings = JSON.parse(readFileSync("app/platform/i18n/project.inlang/settings.json", "utf8"));
  const patterns: string[] = settings["plugin.inlang.messageFormat"].pathPattern;
  return patterns.flatMap((pattern) => {
    const catalogues = (settings.locales as string[]).map((locale) => {
      const file = path.join("app/platform/i18n", pattern.replace("{locale}", locale));
      return { locale, file, messages: JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown> };
    });
    const keys = new Set(catalogues.flatMap(({ messages }) => Object.keys(messages)));
    return [...keys].flatMap((key) => {
      const missing = catalogues.filter(({ messages }) => !(key in messages));
      if (missing.length > 0) return missing.map(({ file }) => `${file}: ${key} is missing`);
      const [base, ...others] = catalogues.map(({ messages, file }) => ({
        file,
        gaps: gapsOf(messages[key]),
      }));
      return others
        .filter(({ gaps }) => gaps !== base!.gaps)
        .map(({ file, gaps }) => `${file}: ${key} has gaps [${gaps}], expected [${base!.gaps}]`);
    });
  });
}

function gapsOf(message: unknown): string {
  return [...new Set(JSON.stringify(message).match(/(?<=\{)\w+(?=\})/g) ?? [])].sort().join(", ");
}
