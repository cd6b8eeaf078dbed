import { publishPack, saveMaterials, savePack } from "~/features/packs/index.server";
import { system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import { packContents } from "~db/seeds/demo/packs";
import { materialSeeds } from "~db/seeds/materials";

type Material = Parameters<typeof saveMaterials>[2][number];

const DAY_MS = 86_400_000;

/** The vocabulary of materials and every pack, published one every five days up to today. */
export async function seedPacks(services: Services): Promise<void> {
  await saveMaterials(
    services,
    system,
    materialSeeds.map(({ fr, ...material }): Material => ({ ...material, names: fr ? { fr } : {} })),
  );
  for (const [index, pack] of packContents.entries()) {
    await savePack(services, system, pack);
    const at = new Date(Date.now() - (packContents.length - index) * 5 * DAY_MS);
    await publishPack(services, system, { slug: pack.slug, at });
  }
}
