import type { Actor } from "~/platform/services/actor";

/** The audiences somebody belongs to; a document is found when it is meant for one of them. */
export function audiencesOf(actor: Actor): string[] {
  return actor.kind === "person" ? ["everyone", "members"] : ["everyone"];
}
