import { m } from "~/platform/i18n/messages";
import { problem } from "../api/problem";

/** Whatever else is asked for below /api. */
export const loader = (): Response => problem(404, m.search_api_nothing_here());
export const action = loader;
