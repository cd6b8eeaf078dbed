// What others may use of resources, on the server.
export { resourceCatalogue } from "./catalogue";
export type { ResourcesImported } from "./facts";
export { importResources, type ResourcesImportReport } from "./operations/import-resources.server";
