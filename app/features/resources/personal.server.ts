import type { Personal } from "~/platform/personal/personal";

/** Resources name the author their publisher gave, and nobody who has an account here. */
export const resourcesPersonal: Personal = { holds: { resources: "stays" } };
