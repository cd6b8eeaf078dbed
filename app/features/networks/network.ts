import { z } from "zod";
import { joinPolicies } from "~db/vocabulary/networks";

/** Longest texts of a network, in characters. */
export const LONGEST = { name: 80, slug: 60, summary: 200, description: 5_000, message: 2_000, reason: 1_000 } as const;

/** Addresses below /networks that are pages of their own. */
export const takenSlugs: readonly string[] = ["new"];

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(LONGEST.slug, "networks_slug_long")
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, "networks_slug_odd")
  .refine((text) => !takenSlugs.includes(text), "networks_slug_taken");

/** What an administrator fills in to found a network. An empty address is made from the name. */
export const networkForm = z.object({
  name: z
    .string({ error: "networks_name_missing" })
    .transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "networks_name_missing")
        .max(LONGEST.name, "networks_name_long")
        .regex(/^[^\p{Cc}\p{Co}\p{Bidi_Control}<>]*$/u, "networks_name_odd"),
    ),
  slug: slug.default(""),
  country: z.string({ error: "networks_country_missing" }).regex(/^[A-Z]{2}$/, "networks_country_missing"),
  place: z
    .string({ error: "networks_place_missing" })
    .trim()
    .min(1, "networks_place_missing")
    .max(100, "networks_place_long"),
  placeId: z.string().max(100).catch(""),
  summary: z.string().trim().min(1, "networks_summary_missing").max(LONGEST.summary, "networks_summary_long"),
  description: z.string().trim().max(LONGEST.description, "networks_description_long").default(""),
  joinPolicy: z.enum(joinPolicies, { error: "networks_policy_missing" }),
  leadEmail: z.union([z.literal(""), z.string().trim().toLowerCase().pipe(z.email("networks_lead_email_odd"))]).default(""),
});

export type NetworkInput = z.output<typeof networkForm>;

/**
 * The address a network gets from its name: "Île-de-France Nord" becomes "ile-de-france-nord".
 * @returns "" where the name has no Latin letter or digit; an address must then be typed
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[æÆ]/g, "ae")
    .replace(/[øØ]/g, "o")
    .replace(/['’]/g, "")
    .toLowerCase();
  return plain
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, LONGEST.slug)
    .replace(/-+$/, "");
}

/** What /networks is asked for: all of it stands in the address. Nonsense counts as unset. */
export const finderQuery = z.object({
  near: z
    .string()
    .catch("")
    .transform((text) => text.trim().slice(0, 100)),
  place: z.string().max(100).catch(""),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .catch(""),
  page: pageNumber(),
});

/** The address of the finder's answer; what is empty is left out. */
export function networksPath(query: Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return given.length === 0 ? "/networks" : `/networks?${new URLSearchParams(given)}`;
}

/** A page number from an address: from 1 to 1,000, 1 for nonsense. */
export function pageNumber() {
  return z.coerce.number().int().min(1).max(1_000).catch(1);
}

/** Plain text as paragraphs: blank lines part them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
