/** Roles that hold for the whole site. Rights inside a network come from coordinator appointments. */
export const siteRoles = ["administrator", "librarian"] as const;

export type SiteRole = (typeof siteRoles)[number];
