import { networkSearchable } from "~/features/networks/searchable.server";
import { packSearchable } from "~/features/packs/searchable.server";
import { resourceSearchable } from "~/features/resources/searchable.server";
import type { Searchable } from "~/features/search/index.server";

/** Every kind of record that can be found, one line a feature. */
export const searchables: readonly Searchable[] = [networkSearchable, packSearchable, resourceSearchable];
