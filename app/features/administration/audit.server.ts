import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { auditEntries, networks, people } from "~db/schema";
import type { AuditQuery } from "./audit-query";

/** Entries on one page. */
const PER_PAGE = 50;

/** People that one text may mean. */
const MOST_PEOPLE = 50;

/** An act as it was written down, with the names people and networks have now. */
export type AuditEntry = {
  id: string;
  at: Date;
  act: string;
  /** Null for the house itself. A name is null when the account is gone. */
  actor: { id: string; name: string | null } | null;
  subject: { type: string; id: string; name: string | null; path: string | null };
  details: Record<string, unknown>;
};

/**
 * A page of the log, newest first, by an index however long the log is. Five queries at most.
 * @returns the entries, and whether there are older ones
 */
export async function auditPage(
  db: Reader,
  { text, act, before }: AuditQuery,
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const conditions: (SQL | undefined)[] = [];
  if (text !== "") {
    const ids = await peopleMeant(db, text);
    conditions.push(
      or(
        inArray(auditEntries.actorId, ids),
        and(eq(auditEntries.subjectType, "person"), inArray(auditEntries.subjectId, ids)),
      ),
    );
  }
  if (act !== "") conditions.push(eq(auditEntries.act, act));
  if (before) conditions.push(lt(auditEntries.id, before));
  const rows = await db
    .select()
    .from(auditEntries)
    .where(and(...conditions))
    // Ids are made in the order of time (UUID version 7).
    .orderBy(desc(auditEntries.id))
    .limit(PER_PAGE + 1);
  const shown = rows.slice(0, PER_PAGE);
  const names = await namesIn(db, shown);
  const entries = shown.map(({ id, at, act, actorId, subjectType, subjectId, details }) => ({
    id,
    at,
    act,
    actor: actorId === null ? null : { id: actorId, name: names.get(actorId)?.name ?? null },
    subject: {
      type: subjectType,
      id: subjectId,
      name: names.get(subjectId)?.name ?? null,
      path: names.get(subjectId)?.path ?? null,
    },
    details,
  }));
  return { entries, more: rows.length > PER_PAGE };
}

/** Every act that stands in the log, by its first letter; read by skipping from one to the next in the index. */
export async function actsInLog(db: Reader): Promise<string[]> {
  const { rows } = await db.execute<{ act: string }>(sql`
    with recursive acts as (
      (select act from audit_entries order by act limit 1)
      union all
      select (select e.act from audit_entries e where e.act > acts.act order by e.act limit 1) from acts
      where acts.act is not null)
    select act from acts where act is not null`);
  return rows.map(({ act }) => act);
}

async function peopleMeant(db: Reader, text: string): Promise<string[]> {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return [text.toLowerCase()];
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(or(ilike(people.name, pattern), eq(people.email, text.toLowerCase())))
    .limit(MOST_PEOPLE);
  return rows.map(({ id }) => id);
}

type Row = typeof auditEntries.$inferSelect;

async function namesIn(db: Reader, rows: Row[]): Promise<Map<string, { name: string; path: string }>> {
  const of = (type: string) =>
    rows.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
  const personIds = [...rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])), ...of("person")];
  const found = [
    ...(await db
      .select({ id: people.id, name: people.name, path: sql<string>`'/people/' || ${people.id}` })
      .from(people)
      .where(inArray(people.id, personIds))),
    ...(await db
      .select({ id: networks.id, name: networks.name, path: sql<string>`'/networks/' || ${networks.slug}` })
      .from(networks)
      .where(inArray(networks.id, of("network")))),
  ];
  return new Map(found.map(({ id, name, path }) => [id, { name, path }]));
}
