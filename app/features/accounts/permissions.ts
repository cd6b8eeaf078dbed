import type { Actor } from "~/platform/services/actor";

/** Making accounts without mail and proof of the address, administrators among them: only the house itself. */
export const mayRegisterOthers = (actor: Actor) => actor.kind === "system";

/** Taking somebody's second factor away without its code: whoever may run commands on the machine. */
export const mayResetSecondFactor = (actor: Actor) => actor.kind === "system";

/** Name, language, password, sessions, second factor and school are everybody's own. */
export const mayChangeAccount = (actor: Actor, personId: string) =>
  actor.kind === "person" && actor.id === personId;
