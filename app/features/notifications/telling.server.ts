import { and, eq, inArray, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { isSitePath } from "~/platform/http/site-path";
import { hint, topicOfPerson } from "~/platform/live/hint.server";
import type { Database } from "~db/client.server";
import { notifications } from "~db/schema";
import { dueAt } from "./due.server";
import { type Details, usualChoices } from "./kinds";

/** What people are told of one occasion. */
export type Told = {
  /** One of `kinds`. */
  kind: string;
  /** Names the event: a person is told of it once, however often this is called. */
  occasion: string;
  details: Details;
  /** The network it is about; a digest lists it there. */
  networkId?: string;
  /** Path of this site it leads to. */
  path: string;
  /** Whose name stands in `details`: what was told of them goes with their account. Needed wherever one does. */
  aboutId?: string;
};

export type News = Told & { personId: string };

/** People told in one statement. */
const AT_ONCE = 1_000;

/** The database, or the transaction it shall stand in. */
type Teller = Pick<Database, "execute">;

/**
 * Tells people something on the site, and notes when they are to be mailed. Called by reactions only; a second call for
 * the same occasion has no effect, and who is gone is passed over.
 * @throws TypeError for a path that leads off the site
 */
export async function notify(db: Teller, news: News[]): Promise<void> {
  for (const { path } of news) expectSitePath(path);
  for (let from = 0; from < news.length; from += AT_ONCE) {
    const rows = news.slice(from, from + AT_ONCE).map((one) => ({
      id: v7(),
      person_id: one.personId,
      kind: one.kind,
      occasion: one.occasion,
      details: one.details,
      path: one.path,
      network_id: one.networkId ?? null,
      about_id: one.aboutId ?? null,
    }));
    await write(
      db,
      sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told(
        id uuid, person_id uuid, kind text, occasion text, details jsonb, path text, network_id uuid, about_id uuid)`,
    );
  }
  await hint(
    db,
    news.map(({ personId }) => topicOfPerson(personId)),
  );
}

/**
 * Tells many people the same: `notify` for a network of thousands.
 * @throws TypeError for a path that leads off the site
 */
export async function notifyAll(db: Teller, personIds: string[], told: Told): Promise<void> {
  expectSitePath(told.path);
  // Random ids: these rows are ordered by their moment, which they share.
  await write(
    db,
    sql`(select gen_random_uuid() as id, person_id, ${told.kind} as kind, ${told.occasion} as occasion,
        ${JSON.stringify(told.details)}::jsonb as details, ${told.path} as path, ${told.networkId ?? null}::uuid as network_id,
        ${told.aboutId ?? null}::uuid as about_id
      from unnest(${sql.param(personIds)}::uuid[]) as person_id) as told`,
  );
  await hint(db, personIds.map(topicOfPerson));
}

function expectSitePath(path: string): void {
  if (!isSitePath(path)) throw new TypeError("a notification leads to a path of this site");
}

/** @param told SQL of rows named "told" */
async function write(db: Teller, told: SQL): Promise<void> {
  await db.execute(sql`
    insert into notifications (id, person_id, kind, occasion, details, path, network_id, about_id, rhythm, mail_due_at)
    select told.id, told.person_id, told.kind, told.occasion, told.details, told.path, told.network_id, about.id,
      chosen.rhythm, ${dueAt(sql`chosen.rhythm`, sql`now()`)}
    from ${told}
    join people on people.id = told.person_id
    left join people about on about.id = told.about_id
    left join notification_choices choices on choices.person_id = told.person_id and choices.kind = told.kind
    left join notification_times times on times.person_id = told.person_id
    cross join lateral (${rhythm(sql`told.kind`)}) as chosen
    where told.about_id is null or about.id is not null
    on conflict do nothing`);
}

/** SQL that selects the rhythm of a kind for the person joined as "people", with their "choices". */
const rhythm = (kind: SQL) => sql`select case when people.email_verified_at is not null then
  nullif(coalesce(choices.choice, ${JSON.stringify(usualChoices)}::jsonb ->> ${kind}), 'never') end as rhythm`;

/** Notes anew when what still waits is to be mailed, after a person has chosen otherwise. */
export async function settleWhen(db: Teller, personId: string): Promise<void> {
  await db.execute(sql`
    update notifications set rhythm = waiting.rhythm, mail_due_at = waiting.due
    from (
      select waits.id, chosen.rhythm, ${dueAt(sql`chosen.rhythm`, sql`now()`)} as due
      from notifications waits
      join people on people.id = waits.person_id
      left join notification_choices choices on choices.person_id = waits.person_id and choices.kind = waits.kind
      left join notification_times times on times.person_id = waits.person_id
      cross join lateral (${rhythm(sql`waits.kind`)}) as chosen
      where waits.person_id = ${personId} and waits.mail_due_at is not null
    ) as waiting
    where notifications.id = waiting.id and notifications.mail_due_at is not null`);
}

/** Marks as read what these people were told of an occasion, because it no longer asks anything of them. */
export async function settle(
  db: Pick<Database, "update" | "execute">,
  occasion: string,
  personIds: string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await db
    .update(notifications)
    .set({ readAt: new Date() })
    .where(
      and(
        inArray(notifications.personId, personIds),
        eq(notifications.occasion, occasion),
        isNull(notifications.readAt),
      ),
    );
  await hint(db, personIds.map(topicOfPerson));
}

/**
 * Takes back from these people what they were told of an occasion, read or not.
 * @param people a query for their ids
 */
export async function takeBack(
  db: Pick<Database, "delete">,
  occasion: string,
  people: SQLWrapper,
): Promise<void> {
  await db
    .delete(notifications)
    .where(and(sql`${notifications.personId} in ${people}`, eq(notifications.occasion, occasion)));
}
