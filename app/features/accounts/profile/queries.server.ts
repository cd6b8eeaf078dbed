import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "~db/client.server";
import { people, profiles } from "~db/schema";
import { type PhotoSize, photoKey, photoSizes } from "./photo";
import type { ProfileInput } from "./profile";

/** What somebody tells of their teaching. `version` is 0 before they have told anything. */
export type Profile = ProfileInput;

type Queries = Pick<Reader, "select">;

const { subjects, ages, languages, offers, wishes, about, version } = profiles;
const columns = { subjects, ages, languages, offers, wishes, about, version };

const nothingTold: Profile = {
  ...{ subjects: [], ages: [], languages: [] },
  ...{ offers: "", wishes: "", about: "", version: 0 },
};

/** The profile of one person; an empty one for who has told nothing. */
export async function profileOf(db: Queries, personId: string): Promise<Profile> {
  const [profile] = await db.select(columns).from(profiles).where(eq(profiles.personId, personId));
  return profile ?? nothingTold;
}

/** Profiles by person, in one query; who has told nothing is missing. */
export async function profilesOf(db: Queries, personIds: string[]): Promise<Map<string, Profile>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ personId: profiles.personId, ...columns })
    .from(profiles)
    .where(inArray(profiles.personId, personIds));
  return new Map(rows.map(({ personId, ...profile }) => [personId, profile]));
}

/** The version of a person's own photo; null for none. */
export async function photoOf(db: Queries, personId: string): Promise<string | null> {
  const [row] = await db.select({ photo: people.photo }).from(people).where(eq(people.id, personId));
  return row?.photo ?? null;
}

/** Whether this is the photo of a person whom others may see now. For readers who may see people. */
export async function isPhotoOf(db: Queries, personId: string, photo: string): Promise<boolean> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.photo, photo), isNotNull(people.emailVerifiedAt)));
  return row !== undefined;
}

/**
 * All that a person has told, and the keys of the files of their photo: for the copy of their data that they may ask for.
 * One query.
 * @returns null when there is no such person; `updatedAt` is null where nothing was told
 */
export async function wholeProfile(db: Queries, personId: string) {
  const [row] = await db
    .select({ ...columns, updatedAt: profiles.updatedAt, photo: people.photo })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(eq(people.id, personId));
  if (!row) return null;
  const { photo, ...profile } = row;
  const sizes = Object.keys(photoSizes) as PhotoSize[];
  return { ...profile, photoKeys: photo === null ? [] : sizes.map((size) => photoKey(photo, size)) };
}
