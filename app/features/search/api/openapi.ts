import { LARGEST_PAGE, LONGEST_TEXT } from "~/platform/search-engine/search-engine";
import { kinds } from "../kinds";
import { apiFacets, apiSorts, USUAL_PAGE } from "./question";

const text = (description: string) => ({ type: "string", description });
const list = (items: object) => ({ type: "array", items });

const facetParameters = apiFacets.map((name) => ({
  name,
  in: "query",
  description: `Wanted values of the facet "${name}": any of them. Repeat the parameter for more than one.`,
  schema: list({ type: "string" }),
  explode: true,
}));

const number = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  description,
  schema: { type: "integer", minimum: 1, ...schema },
});

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/**
 * The description of /api/v1, by the OpenAPI Specification 3.1.
 * @param appUrl public address without a slash at its end
 */
export const openApi = (appUrl: string) => ({
  openapi: "3.1.0",
  info: {
    title: "Staffroom",
    version: "1",
    description: "Reads what everybody may read. No key is needed; nothing can be changed.",
  },
  servers: [{ url: appUrl }],
  paths: {
    "/api/v1/search": {
      get: {
        operationId: "search",
        summary: "Find packs, lesson resources and networks",
        parameters: [
          {
            name: "q",
            in: "query",
            description: `Words to look for, at most ${LONGEST_TEXT} characters; empty finds everything. Typing errors are mended.`,
            schema: { type: "string" },
          },
          {
            name: "type",
            in: "query",
            description: "Kinds of records; all unless given. Repeat the parameter for more than one.",
            schema: list({ type: "string", enum: kinds }),
            explode: true,
          },
          ...facetParameters,
          { name: "sort", in: "query", schema: { type: "string", enum: apiSorts, default: "best" } },
          number("page", "From 1; numbers out of range are brought into it.", { default: 1 }),
          number("perPage", "Results on a page.", { default: USUAL_PAGE, maximum: LARGEST_PAGE }),
          {
            name: "literal",
            in: "query",
            description: "1 searches misspelt words as they are typed.",
            schema: { type: "string", enum: ["1"] },
          },
        ],
        responses: {
          "200": {
            description: "What was found.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Answer" } } },
          },
          "400": problemAnswer("A parameter has a value that means nothing here."),
          "500": problemAnswer("Something went wrong on our side."),
        },
      },
    },
    "/api/v1/openapi.json": {
      get: {
        operationId: "describe",
        summary: "This description",
        responses: {
          "200": { description: "OpenAPI 3.1.", content: { "application/json": { schema: {} } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Answer: {
        type: "object",
        required: ["query", "engine", "tookMs", "total", "page", "perPage", "hits", "facets"],
        properties: {
          query: text("The words that were searched, cleaned and cut."),
          engine: { type: "string", enum: ["postgres", "meilisearch"] },
          tookMs: { type: "number", description: "Milliseconds." },
          total: { type: "integer", description: "Records that match; beyond 5,000 they are not counted." },
          page: { type: "integer" },
          perPage: { type: "integer" },
          hits: list({ $ref: "#/components/schemas/Hit" }),
          facets: {
            type: "object",
            description: "How many match each value of each facet, the most frequent first.",
            additionalProperties: list({
              type: "object",
              required: ["value", "count"],
              properties: { value: { type: "string" }, count: { type: "integer" } },
            }),
          },
        },
      },
      Hit: {
        type: "object",
        required: ["type", "id", "slug", "url", "title", "excerpt", "highlighted"],
        properties: {
          type: { type: "string", enum: kinds },
          id: { type: "string", format: "uuid" },
          slug: { type: "string" },
          url: text("Path of its page on this site."),
          title: { type: "string" },
          excerpt: text("Plain text around what matched, or the summary."),
          highlighted: {
            type: "object",
            description: "Title and excerpt as HTML that holds nothing but <mark> around matched words.",
            required: ["title", "excerpt"],
            properties: { title: { type: "string" }, excerpt: { type: "string" } },
          },
        },
      },
      Problem: {
        type: "object",
        description: "RFC 9457.",
        required: ["type", "title", "status", "detail"],
        properties: {
          type: { type: "string" },
          title: { type: "string" },
          status: { type: "integer" },
          detail: { type: "string" },
        },
      },
    },
  },
});
