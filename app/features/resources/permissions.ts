import { type Actor, isAdministrator } from "~/platform/services/actor";

/** Whether somebody may bring records in by the thousand. */
export const mayImport = (actor: Actor): boolean => isAdministrator(actor);
