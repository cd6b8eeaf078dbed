/** Records came in or changed; ids separated by commas, at most a portion of an import. */
export type ResourcesImported = { kind: "resources.imported"; resourceIds: string };
