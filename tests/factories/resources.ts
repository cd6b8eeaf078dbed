import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { importResources, type ResourcesImportReport } from "~/features/resources/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";

let made = 0;

/** A schema.org LearningResource as a library would hand it out; what a test is about is given. */
export function resourceRecord(content: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1;
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    identifier: `library/en/resource-${made}`,
    name: `Resource ${made}`,
    description: "Pupils sort cards and find out how many comparisons it takes.",
    text: "# A heading\n\nPupils sort cards.",
    inLanguage: "en",
    learningResourceType: "activity",
    about: ["computing"],
    license: "https://creativecommons.org/licenses/by/4.0/",
    author: { "@type": "Organization", name: "A library" },
    isPartOf: "A collection",
    ...content,
  };
}

/**
 * Imports records, written to a file as one JSON object a line.
 * @param lines records, or lines as they stand in the file
 */
export async function makeResources(
  services: Services,
  lines: (Record<string, unknown> | string)[],
  options: { strict?: boolean } = {},
): Promise<ResourcesImportReport> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "staffroom-resources-"));
  try {
    const file = path.join(folder, "records.jsonl");
    await writeFile(
      file,
      lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
    );
    return await importResources(services, system, { file, ...options });
  } finally {
    await rm(folder, { recursive: true });
  }
}
