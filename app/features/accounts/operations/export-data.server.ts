import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { audit } from "~/platform/audit/audit.server";
import { NotAllowed, TooFast } from "~/platform/errors/errors";
import type { PersonalFile, Section } from "~/platform/personal/personal";
import type { Actor } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { locks } from "~db/locks";
import { type Transaction, transaction } from "~db/transaction.server";
import { zipOf } from "../archive.server";
import { takeExportTicket } from "../export-tickets.server";
import { mayChangeAccount } from "../permissions";

/**
 * Makes a copy of everything the house holds of the actor, as a ZIP that is written while it is sent. Everything in it is
 * of one moment.
 * @param input.ticket of `askForExport`
 * @throws NotAllowed without an account or a good ticket; TooFast while another copy is being made
 */
export async function exportData(
  { db, config, files: store, personal }: Services,
  actor: Actor,
  input: { ticket: string },
  now = new Date(),
): Promise<Readable> {
  if (actor.kind !== "person" || !mayChangeAccount(actor, actor.id)) throw new NotAllowed();
  if (!(await takeExportTicket(db, actor.id, input.ticket, now))) throw new NotAllowed();
  const { sections, files } = await transaction(db, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    await oneAtATime(tx, actor.id);
    const held: { sections: Section[]; files: PersonalFile[] } = { sections: [], files: [] };
    for (const { exportOf, filesOf } of personal) {
      held.sections.push(...((await exportOf?.(tx, actor.id)) ?? []));
      held.files.push(...((await filesOf?.({ db: tx, files: store }, actor.id)) ?? []));
    }
    await audit(tx, actor, { act: "data exported", subjectType: "person", subjectId: actor.id });
    return held;
  });
  const { id, name } = actor;
  return zipOf({ person: { id, name }, site: config.appUrl, madeAt: now, sections, files });
}

async function oneAtATime(tx: Transaction, personId: string): Promise<void> {
  const { rows } = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${locks.exporting}, hashtext(${personId})) as ours`,
  );
  if (!rows[0]?.ours) throw new TooFast(60);
}
