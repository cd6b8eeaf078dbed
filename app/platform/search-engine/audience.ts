import type { Actor } from "../services/actor";

/**
 * Whose documents a reader may find. Every query carries this list; a document is found when its own list shares one
 * with it.
 * @returns "everyone" for all, and "members" for whoever is signed in
 */
export function audiencesOf(actor: Actor): string[] {
  return actor.kind === "person" ? ["everyone", "members"] : ["everyone"];
}
