import type { Actor } from "~/platform/services/actor";

/** Saved searches are answered by mail: for people whose address is confirmed. */
export const maySaveSearches = (actor: Actor) => actor.kind === "person" && actor.emailVerified;

/** Saved searches are seen and changed by nobody but who saved them. */
export const mayChangeSavedSearch = (actor: Actor, personId: string) =>
  actor.kind === "person" && actor.id === personId;
