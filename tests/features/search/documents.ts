import { v7 as uuid } from "uuid";
import type { SearchDocument } from "~/platform/search-engine/search-engine";

let made = 0;

/** A document for the index with an id and a slug of its own; what the test is about is given. */
export function documentOf(wanted: Partial<SearchDocument> & { title: string }): SearchDocument {
  made += 1;
  return {
    type: "resource",
    recordId: uuid(),
    slug: `found-${made}`,
    summary: "Something to find.",
    keywords: [],
    body: "",
    language: "en",
    facets: {},
    audience: ["everyone"],
    shown: {},
    minutes: null,
    newestAt: new Date("2026-01-01T00:00:00Z"),
    ...wanted,
  };
}
