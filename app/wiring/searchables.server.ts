import { networkSearchable } from "~/features/networks/searchable.server";
import { activitySearchable } from "~/features/packs/activity-searchable.server";
import { packSearchable } from "~/features/packs/searchable.server";
import { personSearchable } from "~/features/people/searchable.server";
import { resourceSearchable } from "~/features/resources/searchable.server";
import { schoolSearchable } from "~/features/schools/searchable.server";
import type { Searchable } from "~/platform/search-engine/searchable";

/** Every kind of record that can be found, one line each, in the order they are introduced. */
export const searchables: readonly Searchable[] = [
  packSearchable,
  activitySearchable,
  resourceSearchable,
  networkSearchable,
  schoolSearchable,
  personSearchable,
];
