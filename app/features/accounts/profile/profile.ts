import { z } from "zod";
import { ageBands } from "~db/vocabulary/ages";
import { languages } from "~db/vocabulary/languages";
import { profileLimits } from "~db/vocabulary/profiles";
import { subjects } from "~db/vocabulary/subjects";

/** Boxes of a closed list: none, one or several were ticked; kept in the order of the list. */
const ticked = <Word extends string>(list: readonly Word[], unknown: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat())
    .refine((given) => given.every((word) => (list as readonly string[]).includes(word)), unknown)
    .transform((given) => list.filter((word) => given.includes(word)));

/** Plain text of several lines, without what no keyboard types. */
const plainText = (most: number, long: string) =>
  z
    .string()
    .default("")
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replaceAll("\t", " ")
        .replace(/[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}/gu, "")
        .trim(),
    )
    .pipe(z.string().max(most, long));

/** What `/settings/profile` sends. `version` is of the profile as it was when the form was filled in. */
export const profileForm = z.object({
  subjects: ticked(subjects, "accounts_profile_subject_unknown"),
  ages: ticked(ageBands, "accounts_profile_age_unknown"),
  languages: ticked(languages, "accounts_profile_language_unknown").refine(
    (given) => given.length <= profileLimits.languages,
    "accounts_profile_languages_many",
  ),
  offers: plainText(profileLimits.offers, "accounts_profile_offers_long"),
  wishes: plainText(profileLimits.wishes, "accounts_profile_wishes_long"),
  about: plainText(profileLimits.about, "accounts_profile_about_long"),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .catch("0")
    .transform(Number),
});

export type ProfileInput = z.output<typeof profileForm>;
