import { type Actor, isAdministrator } from "~/platform/services/actor";

export const mayAdminister = (actor: Actor) => isAdministrator(actor);

/** The audit log tells of everybody's acts: administrators alone read it, and nobody changes it. */
export const mayReadAudit = (actor: Actor) => isAdministrator(actor);

/** Settings of the whole site. */
export const mayChangeSettings = (actor: Actor) => isAdministrator(actor);
