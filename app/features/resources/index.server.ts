export type { ResourcesImported } from "./facts";
export { kindName } from "./kinds";
export { importResources, type ResourcesImportReport } from "./operations/import-resources.server";
export { countResources, newestResources } from "./queries.server";
export { resourceSearchable } from "./searchable.server";
