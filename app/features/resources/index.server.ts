export type { ResourcesImported } from "./facts";
export { importResources, type ResourcesImportReport } from "./operations/import-resources.server";
export { countResources, newestResources } from "./queries.server";
export { resourceSearchable } from "./searchable.server";
