import type { Actor } from "~/platform/services/actor";

/** Making accounts without mail and proof of the address, administrators among them: only the house itself. */
export const mayRegisterOthers = (actor: Actor) => actor.kind === "system";

/** Name, language, password and school are everybody's own. */
export const mayChangeAccount = (actor: Actor, personId: string) =>
  actor.kind === "person" && actor.id === personId;
