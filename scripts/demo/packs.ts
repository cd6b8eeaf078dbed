import { publishPack, saveMaterials, savePack } from "~/features/packs/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { packContents } from "~db/seeds/demo/packs";
import { khmerNames } from "~db/seeds/khmer-names";
import { materialSeeds } from "~db/seeds/materials";
import { substitutesFor } from "~db/seeds/substitutes";

type Material = Parameters<typeof saveMaterials>[2][number];

const DAY_MS = 86_400_000;

/** Published last, in this order: what the first page shows should not be the end of the alphabet. */
const newest = [
  "talk-to-a-satellite",
  "towers-that-sway",
  "a-hand-that-grips",
  "clean-water-from-mud",
  "catch-the-wind",
  "bridges-that-hold",
];

/** The vocabulary of materials and every pack, published one every five days up to today. */
export async function seedPacks(services: Services): Promise<void> {
  await saveMaterials(
    services,
    system,
    materialSeeds.map(({ fr, ...material }): Material => {
      const km = khmerNames[material.slug];
      return {
        ...material,
        names: { ...(fr ? { fr } : {}), ...(km ? { km } : {}) },
        substitutes: substitutesFor(material.slug),
      };
    }),
  );
  const inOrder = [...packContents].sort((a, b) => newest.indexOf(a.slug) - newest.indexOf(b.slug));
  for (const [index, pack] of inOrder.entries()) {
    await savePack(services, system, pack);
    const at = new Date(Date.now() - (inOrder.length - index) * 5 * DAY_MS);
    await publishPack(services, system, { slug: pack.slug, at });
  }
}
