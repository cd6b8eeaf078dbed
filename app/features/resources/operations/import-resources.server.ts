import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { eq, inArray, sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, RuleBroken } from "~/platform/errors/errors";
import { announce } from "~/platform/events/announce.server";
import { translate } from "~/platform/i18n/translate.server";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { resources } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import type { ResourcesImported } from "../facts";
import { readLines } from "../lines.server";
import { mayImport } from "../permissions";
import { type LineProblem, type ResourceRecord, readRecord } from "../record";
import { slugChoices } from "../slug";

/** Records written in one transaction, and so found together. */
const PORTION = 100;

/** Bad lines that are told one by one; more are only counted. */
const MOST_BAD = 1_000;

export type ResourcesImport = {
  /** A file with one JSON object a line. */
  file: string;
  /** Loads nothing if one line is bad. */
  strict?: boolean;
  /** Told after each portion, in bytes. */
  onProgress?: (done: number, total: number) => void;
};

export type ResourcesImportReport = {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Lines not taken. */
  bad: number;
  /** The first thousand of them. */
  badRows: { line: number; reason: string }[];
  /** False when `strict` found a bad line: then nothing was written. */
  loaded: boolean;
};

type Incoming = { record: ResourceRecord; source: Record<string, unknown>; hash: string };

/**
 * Reads schema.org LearningResource records in: adds what is new by its identifier, changes what differs, leaves the
 * rest untouched. Portions are written one by one, so that a broken-off import is simply run again.
 * @throws NotAllowed, and RuleBroken when there is no such file
 */
export async function importResources(
  services: Services,
  actor: Actor,
  { file, strict = false, onProgress }: ResourcesImport,
): Promise<ResourcesImportReport> {
  if (!mayImport(actor)) throw new NotAllowed();
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new RuleBroken("resources_import_no_file", { file });
  if (strict) {
    const tried = await readAll(file, async () => undefined);
    if (tried.bad > 0) return { ...tried, loaded: false };
  }
  let added = 0;
  let changed = 0;
  const report = await readAll(file, async (portion, bytes) => {
    await transaction(services.db, async (tx) => {
      const done = await writePortion(tx, portion);
      added += done.added.length;
      changed += done.changed.length;
      const ids = [...done.added, ...done.changed];
      if (ids.length === 0) return;
      await announce<ResourcesImported>(tx, { kind: "resources.imported", resourceIds: ids.join(",") });
    });
    onProgress?.(bytes, found.size);
  });
  onProgress?.(found.size, found.size);
  if (added + changed > 0) {
    await transaction(services.db, (tx) =>
      audit(tx, actor, {
        act: "resources imported",
        subjectType: "resources",
        subjectId: "import",
        details: { read: report.read, added, changed, bad: report.bad },
      }),
    );
  }
  return { ...report, added, changed, unchanged: report.read - report.bad - added - changed };
}

/** Reads a file to its end, handing on good records in portions; a later line of the same identifier wins. */
async function readAll(
  file: string,
  take: (portion: Incoming[], bytes: number) => Promise<unknown>,
): Promise<ResourcesImportReport> {
  const report: ResourcesImportReport = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    bad: 0,
    badRows: [],
    loaded: true,
  };
  let portion: Incoming[] = [];
  const refuse = (line: number, { code, values }: LineProblem) => {
    report.bad++;
    if (report.badRows.length < MOST_BAD) report.badRows.push({ line, reason: translate(code, values) });
  };
  for await (const { line, text, bytes } of readLines(createReadStream(file))) {
    if (text?.trim() === "") continue;
    report.read++;
    const result = text === null ? { problem: { code: "resources_line_too_big" } } : readRecord(text);
    if ("problem" in result) refuse(line, result.problem);
    else portion.push({ ...result, hash: createHash("sha256").update(text!).digest("hex") });
    if (portion.length < PORTION) continue;
    await take(portion, bytes);
    portion = [];
  }
  if (portion.length > 0) await take(portion, 0);
  return report;
}

async function writePortion(
  tx: Transaction,
  portion: Incoming[],
): Promise<{ added: string[]; changed: string[] }> {
  // One import after the other: two would find the same address free.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('import resources'))`);
  const incoming = new Map(portion.map((each) => [each.record.identifier, each]));
  const known = await tx
    .select({ id: resources.id, identifier: resources.identifier, sourceHash: resources.sourceHash })
    .from(resources)
    .where(inArray(resources.identifier, [...incoming.keys()]));
  const changed: string[] = [];
  for (const { id, identifier, sourceHash } of known) {
    const { record, source, hash } = incoming.get(identifier!)!;
    incoming.delete(identifier!);
    if (sourceHash === hash) continue;
    // The address stays: others may have kept it.
    await tx
      .update(resources)
      .set({ ...record, source, sourceHash: hash, updatedAt: sql`now()` })
      .where(eq(resources.id, id));
    changed.push(id);
  }
  const taken = await takenSlugs(tx, [...incoming.values()]);
  const rows = [...incoming.values()].map(({ record, source, hash }) => {
    const slug = choicesFor(record).find((choice) => !taken.has(choice))!;
    taken.add(slug);
    return { ...record, slug, source, sourceHash: hash };
  });
  if (rows.length === 0) return { added: [], changed };
  const added = await tx.insert(resources).values(rows).returning({ id: resources.id });
  return { added: added.map(({ id }) => id), changed };
}

const choicesFor = ({ title, identifier, language }: ResourceRecord) =>
  slugChoices(title, identifier, language);

async function takenSlugs(tx: Transaction, incoming: Incoming[]): Promise<Set<string>> {
  const choices = incoming.flatMap(({ record }) => choicesFor(record));
  if (choices.length === 0) return new Set();
  const rows = await tx
    .select({ slug: resources.slug })
    .from(resources)
    .where(inArray(resources.slug, choices));
  return new Set(rows.map(({ slug }) => slug));
}
