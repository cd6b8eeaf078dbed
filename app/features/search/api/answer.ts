import { z } from "zod";
import { foundKinds } from "../kinds";

// The shape of what /api/v1/search answers: the type of the code that answers and the schema in the description.

const html = "HTML: matched words in <mark>, everything else escaped.";

const hit = z.strictObject({
  type: z.enum(foundKinds),
  id: z.uuid(),
  slug: z.string(),
  url: z.url().describe("The page of the record."),
  title: z.string(),
  excerpt: z.string().describe("A piece of the text around what matched, or the summary."),
  highlighted: z.strictObject({
    title: z.string().describe(html),
    excerpt: z.string().describe(html),
  }),
});

const facetValue = z.strictObject({ value: z.string(), count: z.int().min(0) });

export const searchAnswer = z.strictObject({
  query: z.string().describe("The text that was searched: q on one line, cut to its greatest length."),
  engine: z.enum(["postgres", "meilisearch"]),
  tookMs: z.number().min(0).describe("Milliseconds the engine took."),
  total: z.int().min(0).describe("Records that match; very many are not counted to their end."),
  page: z.int().min(1),
  perPage: z.int().min(1),
  hits: z.array(hit),
  facets: z
    .record(z.string(), z.array(facetValue))
    .describe(
      "How many matches have which value, the most frequent first. A facet's own filter does not narrow it.",
    ),
});

export type SearchAnswerJson = z.infer<typeof searchAnswer>;

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("What is wrong with this request."),
});
