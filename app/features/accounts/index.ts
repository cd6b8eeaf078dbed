// What other features may use of accounts, in the browser too.
export type { PersonCard } from "./queries.server";
