import { z } from "zod";
import { joinPolicies, networkStates } from "~db/vocabulary/networks";
import { LONGEST, takenSlugs } from "./network";

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
  leadEmail: z
    .union([z.literal(""), z.string().trim().toLowerCase().pipe(z.email("networks_lead_email_odd"))])
    .default(""),
});

export type NetworkInput = z.output<typeof networkForm>;

/** What coordinators change of their network. The address stays: links to it are out in the world. */
export const settingsForm = networkForm
  .pick({ name: true, summary: true, description: true, joinPolicy: true })
  .extend({
    welcome: z.string().trim().max(LONGEST.welcome, "networks_welcome_long").default(""),
    state: z.enum(networkStates, { error: "networks_state_missing" }),
    version: z
      .string()
      .regex(/^\d{1,9}$/, "networks_settings_old")
      .transform(Number),
  });

export type SettingsInput = z.output<typeof settingsForm>;

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

/** A page number from an address: from 1 to 1,000, 1 for nonsense. */
export function pageNumber() {
  return z.coerce.number().int().min(1).max(1_000).catch(1);
}
