import { type Actor, isAdministrator } from "~/platform/services/actor";

/** Settings of the whole site. */
export const mayChangeSettings = (actor: Actor) => isAdministrator(actor);
