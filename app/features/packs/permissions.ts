import { type Actor, isLibrarian } from "~/platform/services/actor";

/** Whether the actor may write packs, publish them and take them back. */
export const mayEditPacks = (actor: Actor): boolean => isLibrarian(actor);

/** Whether the actor may add to the vocabulary of materials and correct it. */
export const mayEditMaterials = (actor: Actor): boolean => isLibrarian(actor);

/** Whether the actor may see a pack: a draft is open to librarians only. */
export const maySeePack = (actor: Actor, pack: { publishedAt: Date | null }): boolean =>
  pack.publishedAt !== null || isLibrarian(actor);
