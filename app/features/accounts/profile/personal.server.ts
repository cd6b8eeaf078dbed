import { eq } from "drizzle-orm";
import { announce } from "~/platform/events/announce.server";
import { m } from "~/platform/i18n/messages";
import type { Personal } from "~/platform/personal/personal";
import { people } from "~db/schema";
import type { AccountsFact } from "../facts";
import { wholeProfile } from "./queries.server";

/** What profiles hold of people: what they told of their teaching, and their photo. */
export const profilePersonal: Personal = {
  holds: {
    profiles: {
      ...{ person_id: "exported", subjects: "exported", ages: "exported", languages: "exported" },
      ...{ offers: "exported", wishes: "exported", about: "exported", search_text: "deleted" },
    },
    // Whoever deletes the person lets go of their files (a trigger), and these are swept away.
    stored_files: "deleted",
  },
  async exportOf(db, personId) {
    const profile = await wholeProfile(db, personId);
    if (!profile?.updatedAt) return [];
    const { photoKeys: _, version: _version, ...told } = profile;
    return [
      {
        key: "profile",
        title: m.accounts_profile_title(),
        columns: {
          ...{
            subjects: m.accounts_profile_subjects(),
            ages: m.accounts_profile_ages(),
            languages: m.accounts_profile_languages(),
          },
          ...{
            offers: m.accounts_profile_offers(),
            wishes: m.accounts_profile_wishes(),
            about: m.accounts_profile_about(),
          },
          updatedAt: m.personal_when(),
        },
        rows: [
          {
            ...told,
            subjects: told.subjects ?? [],
            ages: told.ages ?? [],
            languages: told.languages ?? [],
          },
        ],
      },
    ];
  },
  async filesOf({ db, files }, personId) {
    const keys = (await wholeProfile(db, personId))?.photoKeys ?? [];
    return keys.map((key) => ({
      path: key.replace(/^.*-/, "photo-"),
      async open() {
        const found = await files.get(key);
        if (!found) throw new Error("a photo that its person has is not in the store");
        return found.stream;
      },
    }));
  },
  async erase(tx, personId) {
    const [person] = await tx.select({ photo: people.photo }).from(people).where(eq(people.id, personId));
    if (person?.photo) await announce<AccountsFact>(tx, { kind: "accounts.photo-replaced", personId });
  },
};
