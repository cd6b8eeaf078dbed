import type { Actor } from "~/platform/services/actor";

/** Members see each other: whoever is signed in with a confirmed address. */
export const maySeePeople = (actor: Actor) => actor.kind === "person" && actor.emailVerified;
