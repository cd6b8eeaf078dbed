import type { SiteRole } from "~db/vocabulary/site-roles";

/** Somebody signed in. */
export type Person = {
  kind: "person";
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  siteRoles: readonly SiteRole[];
  /** The site asks administrators and coordinators for a second factor, and this person has none so far. */
  rolesWait: boolean;
  schoolId: string | null;
  locale: string | null;
};

/** Who acts: a person, a visitor without an account, or the house itself (scheduler, command line). */
export type Actor = Person | { kind: "visitor" } | { kind: "system" };

export const visitor: Actor = { kind: "visitor" };
export const system: Actor = { kind: "system" };

/** The acting person's id; null for a visitor and for the house itself. */
export const actorId = (actor: Actor) => (actor.kind === "person" ? actor.id : null);

export const isAdministrator = (actor: Actor) =>
  actor.kind === "system" ||
  (actor.kind === "person" && !actor.rolesWait && actor.siteRoles.includes("administrator"));

export const isLibrarian = (actor: Actor) =>
  isAdministrator(actor) || (actor.kind === "person" && actor.siteRoles.includes("librarian"));
