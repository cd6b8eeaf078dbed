import { sql } from "drizzle-orm";
import type { Services } from "~/platform/services/services.server";
import { schools } from "~db/schema";
import { type Transaction, transaction } from "~db/transaction.server";
import { duplicateCandidates } from "./candidates.server";
import { LIKELY, schoolLikeness } from "./likeness";

/** Schools compared in one transaction. */
const PORTION = 500;

type Scored = { oneId: string; otherId: string; score: number };

/**
 * Looks for doubles of schools that are new or changed, and keeps the likely pairs. Open pairs of theirs that are likely
 * no longer go; what was decided stays.
 */
export async function findDuplicates(services: Services, fact: { schoolIds: string }): Promise<void> {
  await lookFor(services, fact.schoolIds.split(",").filter(Boolean));
}

/** The same for every school that people added, once a night: should a fact have been lost, or the score have changed. */
export async function findDuplicatesOfAdded(services: Services): Promise<void> {
  const rows = await services.db
    .select({ id: schools.id })
    .from(schools)
    .where(sql`${schools.registerId} is null and ${schools.mergedInto} is null`);
  await lookFor(
    services,
    rows.map(({ id }) => id),
  );
}

async function lookFor({ db }: Services, ids: string[]) {
  for (let at = 0; at < ids.length; at += PORTION) {
    const portion = ids.slice(at, at + PORTION);
    await transaction(db, async (tx) => {
      await tx.execute(sql`set local statement_timeout = '2min'`);
      const candidates = await duplicateCandidates(tx, portion);
      const scored = candidates
        .map(({ one, other }) => ({ oneId: one.id, otherId: other.id, score: schoolLikeness(one, other) }))
        .filter(({ score }) => score >= LIKELY);
      await keep(tx, portion, scored);
    });
  }
}

async function keep(tx: Transaction, ids: string[], scored: Scored[]) {
  const [ones, others] = [scored.map(({ oneId }) => oneId), scored.map(({ otherId }) => otherId)];
  const found = sql`unnest(${sql.param(ones)}::uuid[], ${sql.param(others)}::uuid[],
    ${sql.param(scored.map(({ score }) => score))}::float8[]) as found (one_id, other_id, score)`;
  await tx.execute(sql`
    delete from school_duplicates kept
    where kept.state = 'open' and (kept.one_id = any(${sql.param(ids)}::uuid[]) or kept.other_id = any(${sql.param(ids)}::uuid[]))
      -- A pair of a record that was merged comes back when that is undone.
      and not exists (select from schools where id in (kept.one_id, kept.other_id) and merged_into is not null)
      and not exists (select from ${found} where found.one_id = kept.one_id and found.other_id = kept.other_id)`);
  // In one order, so that two jobs with pairs in common do not wait for each other.
  await tx.execute(sql`
    insert into school_duplicates (one_id, other_id, score)
    select one_id, other_id, score from ${found} order by 1, 2
    on conflict (one_id, other_id) do update set score = excluded.score
    where school_duplicates.score <> excluded.score`);
}
