/**
 * Numbers of advisory locks, by which processes that share a database take turns. Any constant will do, as long as each
 * means one thing: that is why they stand together.
 */
export const locks = {
  /** Held by the process that serves from a data folder. */
  house: 7_226_100,
  /** Of several processes that start together, one migrates. */
  migration: 7_226_101,
  /** Two that clone a database at the same moment would disturb each other (tests). */
  cloning: 7_226_102,
  /** Writers of the search index go one after the other, so that the counts of words stay exact. */
  searchWriting: 7_226_103,
  /** Held by who makes the search index anew, all the while; writers that cannot share it note what they change. */
  searchRebuild: 7_226_104,
  /** First half of the locks that say which job workers live. */
  workerLife: 7_226_105,
  /** Two that gather mails of news at once would share a person's digest between them. */
  newsGathering: 7_226_106,
  /** First half of the locks by which one person has one copy of their data made at a time. */
  exporting: 7_226_120,
} as const;
