import { z } from "zod";
import type { SearchableType } from "~db/vocabulary/searchable-types";

// The shape of what /api/v1/search answers: the type of the code that answers and the schema in the description.

const html = "HTML: matched words in <mark>, everything else escaped.";

const hitOf = (types: readonly SearchableType[]) =>
  z.strictObject({
    type: z.enum(types),
    id: z.uuid(),
    slug: z.string(),
    url: z.url().describe("The page of the record, or the one that leads on from it."),
    title: z.string(),
    excerpt: z.string().describe("A piece of the text around what matched, or the summary."),
    highlighted: z.strictObject({
      title: z.string().describe(html),
      excerpt: z.string().describe(html),
    }),
  });

const facetValue = z.strictObject({ value: z.string(), count: z.int().min(0) });

/** @param types the kinds the API tells of */
export const searchAnswer = (types: readonly SearchableType[]) =>
  z.strictObject({
    query: z.string().describe("The text that was searched: q on one line, cut to its greatest length."),
    engine: z.enum(["postgres", "meilisearch"]),
    tookMs: z.number().min(0).describe("Milliseconds the engine took."),
    total: z.int().min(0).describe("Records that match; very many are not counted to their end."),
    page: z.int().min(1),
    perPage: z.int().min(1),
    hits: z.array(hitOf(types)),
    facets: z
      .record(z.string(), z.array(facetValue))
      .describe(
        "How many matches have which value, the most frequent first. A facet's own filter does not narrow it.",
      ),
  });

export type SearchAnswerJson = z.infer<ReturnType<typeof searchAnswer>>;

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What is wrong with this request."),
});
