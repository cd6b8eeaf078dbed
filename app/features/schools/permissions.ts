import { type Actor, isAdministrator } from "~/platform/services/actor";

/** Registers and gazetteers are read in by administrators and by commands. */
export const mayImport = (actor: Actor) => isAdministrator(actor);

/** Adding a school that no register lists takes a mail address that was proved, so that nobody fills the list with nonsense. */
export const mayAddSchool = (actor: Actor) =>
  actor.kind === "system" || (actor.kind === "person" && actor.emailVerified);

/** Everybody else's schools lie where the gazetteer puts their town. */
export const mayPlaceSchool = (actor: Actor) => isAdministrator(actor);

/** Whoever is signed in says where they teach. */
export const mayChooseSchool = (actor: Actor) => actor.kind === "person";

/** Two records that are one school are merged, and parted again, by administrators. */
export const mayMergeSchools = (actor: Actor) => isAdministrator(actor);
