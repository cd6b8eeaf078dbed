import { z } from "zod";

/** What people call a school by. */
export type SchoolTexts = { name: string; town: string; postcode: string };

/** Most characters of each text of a school. */
export const textLimits = {
  registerId: 40,
  name: 200,
  town: 100,
  postcode: 20,
  localAuthority: 200,
  phase: 100,
  type: 200,
  address: 400,
} as const;

// Characters that turn the direction of what follows: a name with one in it makes the rest of the page look wrong.
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line, one space between words, accents as one character each. */
export const tidyText = (text: string) =>
  text.normalize("NFC").replace(direction, "").replace(/\s+/g, " ").trim();

/** A town that its register shouts ("GAINSBOROUGH") in the way people write it; any other as it is. */
export function tidyTown(text: string): string {
  const town = tidyText(text);
  if (town.length < 4 || town !== town.toUpperCase()) return town;
  return town.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

const britishPostcode = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/** A postcode in capital letters; a British one with its one space, wherever it was typed. */
export function tidyPostcode(text: string, country: string): string {
  const capitals = tidyText(text).toUpperCase();
  if (country !== "GB") return capitals;
  const halves = britishPostcode.exec(capitals.replace(/ /g, ""));
  return halves ? `${halves[1]} ${halves[2]}` : capitals;
}

const words = (limit: number) =>
  z.string().transform(tidyText).pipe(z.string().max(limit, "schools_too_long"));

/** Town and postcode on one line: "Nottingham, NG7 2RD". */
export const schoolPlace = ({ town, postcode }: Omit<SchoolTexts, "name">) =>
  [town, postcode].filter(Boolean).join(", ");

/** "My school is not listed." */
export const addSchoolForm = z.object({
  name: words(textLimits.name).pipe(z.string().regex(/[\p{L}\p{N}]/u, "schools_name_missing")),
  town: words(textLimits.town).pipe(z.string().min(1, "schools_town_missing")),
  postcode: words(textLimits.postcode).default(""),
  country: z.string().regex(/^[A-Z]{2}$/, "schools_country_missing"),
  /** Sent by the button below the schools it may be: it is none of them. */
  sure: z
    .string()
    .optional()
    .transform((value) => value === "1"),
});

export const chooseSchoolForm = z.object({ schoolId: z.uuid("schools_choose_missing") });
