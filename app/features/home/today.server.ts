import {
  dayOf,
  longDay,
  nearestFirst,
  networkAtlas,
  networksOf,
  rowOf,
} from "~/features/networks/index.server";
import { unreadOf } from "~/features/notifications/index.server";
import { schoolsByIds } from "~/features/schools/index.server";
import type { Person } from "~/platform/services/actor";
import type { Database } from "~db/client.server";

/** Notifications on the first page; the others are a link away. */
const UNREAD = 5;

/** Networks offered to somebody who is in none. */
const NEAR = 4;

/** What a member sees first: their networks, what waits for them, what is new. */
export async function todayOf(db: Database, person: Person, locale: string) {
  const day = dayOf(new Date());
  const own = await networksOf(db, person.id, day);
  return {
    day,
    locale,
    networks: own.map(({ slug, name, duty, endsOn, waiting }) => ({
      slug,
      name,
      duty,
      until: endsOn && longDay(endsOn),
      waiting,
    })),
    near: own.length === 0 ? await nearSchool(db, person) : [],
    hasSchool: person.schoolId !== null,
    unread: await unreadOf(db, person.id, UNREAD),
  };
}

async function nearSchool(db: Database, { schoolId }: Person) {
  const school = schoolId ? (await schoolsByIds(db, [schoolId])).get(schoolId) : undefined;
  if (!school) return [];
  return (await nearestFirst(db, await networkAtlas(db), school))
    .slice(0, NEAR)
    .map(({ network, km, covers }) => rowOf(network, { km, covers, own: new Set(), withCountry: false }));
}
