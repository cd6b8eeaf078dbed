export type { ResourcesImported } from "./facts";
export { importResources, type ResourcesImportReport } from "./operations/import-resources.server";
export { resourceSearchable } from "./searchable.server";
