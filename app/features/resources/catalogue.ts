import type { CatalogueSpec } from "~/platform/search-engine/catalogue-address";
import { subjects } from "~db/vocabulary/subjects";

/** What the catalogue of resources offers. */
export const resourceCatalogue: CatalogueSpec = {
  path: "/resources",
  facets: ["subject", "language", "kind", "material", "licence"],
  closed: { subject: subjects },
  sorts: ["best", "newest", "shortest", "title"],
  perPage: 20,
};
