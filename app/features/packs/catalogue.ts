import type { CatalogueSpec } from "~/platform/search-engine/catalogue-address";
import { ageBands } from "~db/vocabulary/ages";
import { durations } from "~db/vocabulary/durations";
import { subjects } from "~db/vocabulary/subjects";

/** What the catalogue of packs offers. */
export const packCatalogue: CatalogueSpec = {
  path: "/packs",
  facets: ["subject", "age", "duration", "material", "language", "licence"],
  closed: { subject: subjects, age: ageBands, duration: durations },
  sorts: ["best", "newest", "shortest", "title"],
  perPage: 15,
};
