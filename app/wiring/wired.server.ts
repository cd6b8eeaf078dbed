import type { Wired } from "~/platform/services/services.server";
import { needSources } from "./needs.server";
import { personal } from "./personal.server";
import { searchables } from "./searchables.server";

/** What features contribute to each other's lists, for `createServices`. */
export const wired: Wired = { searchables, needSources, personal };
