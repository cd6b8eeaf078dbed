export * from "./accounts";
export * from "./networks";
export * from "./notifications";
export * from "./packs";
export * from "./platform";
export * from "./resources";
export * from "./schools";
export * from "./search";
