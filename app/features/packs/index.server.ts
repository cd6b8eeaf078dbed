export { packCatalogue } from "./catalogue";
export { mergeMaterials } from "./operations/merge-materials.server";
export { publishPack } from "./operations/publish-pack.server";
export { saveMaterials } from "./operations/save-materials.server";
export { savePack } from "./operations/save-pack.server";
export { unpublishPack } from "./operations/unpublish-pack.server";
export { countPacks, newestPacks } from "./queries.server";
export { searchSynonyms } from "./search-synonyms.server";
