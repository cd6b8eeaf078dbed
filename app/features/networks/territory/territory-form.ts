import { z } from "zod";
import { MOST } from "./limits";

/** What every territory's form sends beside the territory. */
const version = z
  .string()
  .regex(/^\d{1,9}$/, "networks_settings_old")
  .transform(Number);

const text = z.string().catch("");

/**
 * The form of a territory: a kind, and what belongs to it. What was filled in for the other kinds is left alone, so that who
 * changes their mind loses nothing; of local authorities each box has a name of its own, `authority:Derby`.
 */
export const territoryForm = z
  .looseObject({
    version,
    kind: z.enum(["none", "authorities", "radius", "border"], { error: "networks_territory_kind_missing" }),
    radiusKm: text,
    corners: text,
  })
  .transform((form, context) => {
    const wrong = (field: string, message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    switch (form.kind) {
      case "none":
        return { kind: form.kind, version: form.version };
      case "radius": {
        const km = Number(form.radiusKm.trim());
        if (!Number.isInteger(km) || km < 1 || km > MOST.radiusKm)
          return wrong("radiusKm", "networks_territory_radius_odd");
        return { kind: form.kind, version: form.version, radiusKm: km };
      }
      case "border": {
        if (form.corners.trim() === "") return wrong("corners", "networks_territory_corners_missing");
        if (form.corners.length > MOST.characters) return wrong("corners", "networks_territory_corners_long");
        return { kind: form.kind, version: form.version, typed: form.corners.trim() };
      }
      case "authorities": {
        const authorities = Object.keys(form)
          .filter((name) => name.startsWith(AUTHORITY))
          .map((name) => name.slice(AUTHORITY.length));
        if (authorities.length === 0) return wrong("authorities", "networks_territory_authorities_missing");
        if (authorities.length > MOST.authorities)
          return wrong("authorities", "networks_territory_authorities_many");
        return { kind: form.kind, version: form.version, authorities };
      }
    }
  });

const AUTHORITY = "authority:";

export type TerritoryInput = z.output<typeof territoryForm>;
