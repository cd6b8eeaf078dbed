import { publishPack, saveMaterials, savePack } from "~/features/packs/index.server";
import type { MaterialInput, PackInput } from "~/features/packs/pack";
import { type Actor, system } from "~/platform/services/actor";
import type { Services } from "~/platform/services/services.server";
import type { MaterialSeed } from "~db/seeds/materials";

let made = 0;

/** Materials that `packContent` names. */
export const someMaterials: MaterialInput[] = [
  {
    slug: "card-a4",
    name: "Card, A4",
    unit: "sheet",
    kind: "consumable",
    synonyms: ["cardstock"],
    names: { fr: "papier cartonné" },
  },
  {
    slug: "string",
    name: "String",
    unit: "metre",
    kind: "consumable",
    synonyms: ["twine"],
    names: { fr: "ficelle" },
  },
  {
    slug: "desk-fan",
    name: "Desk fan",
    unit: "piece",
    kind: "tool",
    synonyms: [],
    names: { fr: "ventilateur" },
  },
];

/** A complete pack with a slug of its own; what a test is about is given. */
export function packContent(content: Partial<PackInput> = {}): PackInput {
  made += 1;
  return {
    slug: `pack-${made}`,
    title: `Pack ${made}`,
    language: "en",
    summary: "Pupils build a thing, test it and find out why it holds.",
    why: "Engineers test small models before they build large things.",
    subjects: ["physics"],
    ageFrom: 11,
    ageTo: 14,
    groupSize: 4,
    licence: "CC BY 4.0",
    safety: ["Goggles on while anything spins."],
    careers: [{ title: "Test engineer", text: "Breaks things on purpose and writes down how." }],
    keywords: ["model"],
    activities: [
      {
        title: "Build",
        summary: "Each group builds one.",
        minutes: 50,
        steps: ["Cut the card.", "Tie the string."],
      },
      {
        title: "Test",
        summary: "Each group tests its own.",
        minutes: 60,
        steps: ["Switch on the fan.", "Watch."],
      },
    ],
    materials: [
      { material: "card-a4", perGroup: 4, unit: "sheet", usedIn: [1, 2] },
      { material: "string", perGroup: 1.2, unit: "metre", note: "Thin.", usedIn: [1] },
      { material: "desk-fan", perClass: 2, unit: "piece", usedIn: [2] },
    ],
    drawing: ["M1 11H11", "M6 11V2"],
    ...content,
  };
}

/** Saves a pack with its materials and, unless told otherwise, publishes it. */
export async function makePack(
  services: Services,
  content: Partial<PackInput> = {},
  options: { draft?: boolean; publishedAt?: Date; actor?: Actor } = {},
): Promise<{ id: string; slug: string }> {
  const { draft = false, publishedAt, actor = system } = options;
  const pack = packContent(content);
  if (!content.materials) await saveMaterials(services, actor, someMaterials);
  const { id } = await savePack(services, actor, pack);
  if (!draft) await publishPack(services, actor, { slug: pack.slug, at: publishedAt });
  return { id, slug: pack.slug };
}

/** Saves the reference vocabulary of materials. */
export function makeMaterials(services: Services, seeds: MaterialSeed[]): Promise<{ saved: number }> {
  const inputs = seeds.map(({ fr, ...seed }): MaterialInput => ({ ...seed, names: fr ? { fr } : {} }));
  return saveMaterials(services, system, inputs);
}
