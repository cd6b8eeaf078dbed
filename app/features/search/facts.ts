/** What search announces. */
export type SearchFact =
  /** It is time to look what is new in a person's saved searches. */
  | { kind: "search.look-due"; personId: string }
  /** Something new was found. `windows` says in which saved searches and between which moments, see `windows.ts`. */
  | { kind: "search.new-found"; personId: string; windows: string };
