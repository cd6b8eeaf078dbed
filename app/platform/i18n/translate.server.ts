import * as messages from "./paraglide/messages.js";
import "./locale";

const catalogue = messages as unknown as Record<string, (values: Record<string, unknown>) => string>;

/**
 * The sentence for a message key that is only known at run time, such as the code of a failure. Server only: in the
 * browser it would drag the whole catalogue along.
 * @param values what fills the gaps
 * @returns the key itself where the catalogue has no such message
 */
export function translate(key: string, values: Record<string, unknown> = {}): string {
  return Object.hasOwn(catalogue, key) ? catalogue[key]!(values) : key;
}
