/** The compiled message catalogue: `m.networks_join({ name })`, in the locale of the reader. */
import "./locale";

export { m } from "./paraglide/messages.js";
