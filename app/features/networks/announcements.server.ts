import { and, asc, count, desc, eq, gt, isNull } from "drizzle-orm";
import { formattingLocale } from "~/platform/i18n/locale";
import type { Database, Reader } from "~db/client.server";
import { announcements, memberships, networks, people } from "~db/schema";
import { isId } from "./ids";
import { paragraphsOf } from "./network";

export type Announcement = {
  id: string;
  title: string;
  body: string;
  author: string | null;
  createdAt: Date;
};

const standing = (networkId: string) =>
  and(eq(announcements.networkId, networkId), isNull(announcements.takenBackAt));

/**
 * Announcements of a network that were not taken back, newest first. For readers who may see them.
 * @param wanted.page from 1
 */
export function announcementsOf(
  db: Reader,
  networkId: string,
  { page, perPage }: { page: number; perPage: number },
): Promise<Announcement[]> {
  return db
    .select({
      id: announcements.id,
      title: announcements.title,
      body: announcements.body,
      author: people.name,
      createdAt: announcements.createdAt,
    })
    .from(announcements)
    .leftJoin(people, eq(people.id, announcements.authorId))
    .where(standing(networkId))
    .orderBy(desc(announcements.createdAt), desc(announcements.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
}

/** How many announcements of a network there are to see. */
export async function countAnnouncements(db: Reader, networkId: string): Promise<number> {
  const [row] = await db.select({ all: count() }).from(announcements).where(standing(networkId));
  return row?.all ?? 0;
}

/** An announcement as pages show it, its moment in words of the reader's language. */
export const shownAnnouncement = ({ id, title, body, author, createdAt }: Announcement) => ({
  id,
  title,
  author,
  paragraphs: paragraphsOf(body),
  on: new Intl.DateTimeFormat(formattingLocale(), { dateStyle: "long", timeZone: "UTC" }).format(createdAt),
});

/**
 * What notifications tell of an announcement; null when it is gone. In a transaction it stays as it is until that ends.
 */
export async function announcementNews(db: Reader, announcementId: string) {
  const [news] = await db
    .select({
      network: { id: networks.id, slug: networks.slug, name: networks.name },
      title: announcements.title,
      takenBackAt: announcements.takenBackAt,
    })
    .from(announcements)
    .innerJoin(networks, eq(networks.id, announcements.networkId))
    .where(eq(announcements.id, announcementId))
    .for("share", { of: announcements });
  return news ? { network: news.network, title: news.title, takenBack: news.takenBackAt !== null } : null;
}

/** An announcement for a letter to one person; null when it was taken back or they are no member any more. */
export async function announcementFor(
  db: Reader,
  personId: string,
  announcementId: string,
): Promise<{ title: string; paragraphs: string[] } | null> {
  if (!isId(announcementId)) return null;
  const [row] = await db
    .select({ title: announcements.title, body: announcements.body })
    .from(announcements)
    .innerJoin(
      memberships,
      and(
        eq(memberships.networkId, announcements.networkId),
        eq(memberships.personId, personId),
        isNull(memberships.leftAt),
      ),
    )
    .where(and(eq(announcements.id, announcementId), isNull(announcements.takenBackAt)));
  return row ? { title: row.title, paragraphs: paragraphsOf(row.body) } : null;
}

/** The next members of a network by id. @param last the id they come after; null for the first */
export async function memberIdsAfter(
  db: Reader,
  networkId: string,
  last: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.networkId, networkId),
        isNull(memberships.leftAt),
        last === null ? undefined : gt(memberships.personId, last),
      ),
    )
    .orderBy(asc(memberships.personId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** A query for the ids of everybody who is or was a member of a network. */
export const peopleEverIn = (db: Pick<Database, "select">, networkId: string) =>
  db.select({ id: memberships.personId }).from(memberships).where(eq(memberships.networkId, networkId));
