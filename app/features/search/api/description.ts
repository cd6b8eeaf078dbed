import { z } from "zod";
import { withLocale } from "~/platform/i18n/locale.server";
import { LARGEST_PAGE, LONGEST_TEXT, MOST_REACHABLE } from "~/platform/search-engine/search-engine";
import type { Searchable } from "~/platform/search-engine/searchable";
import type { SearchableType } from "~db/vocabulary/searchable-types";
import { typesOf } from "../kinds";
import { problemAnswer, searchAnswer } from "./answer";
import {
  facetParameters,
  type ListParameter,
  LONGEST_VALUE,
  MOST_VALUES,
  sorts,
  typeParameter,
  USUAL_PAGE,
} from "./parameters";

/**
 * The API in OpenAPI 3.1, made from what the API itself reads and answers with.
 * @param appUrl public address of the site
 * @param searchables the kinds it tells of
 */
export const describeApi = (appUrl: string, searchables: readonly Searchable[]) => ({
  openapi: "3.1.0",
  info: {
    title: "Staffroom",
    version: "1",
    description:
      "Reading what Staffroom shows to everybody. No key is needed, and being signed in changes nothing. Any site may ask.",
  },
  servers: [{ url: appUrl }],
  paths: {
    "/api/v1/search": {
      get: {
        operationId: "search",
        summary: `Searches ${namesOf(searchables)}`,
        description: `Misspelt words are mended. The first ${MOST_REACHABLE} results can be paged to.`,
        parameters: searchParameters(typesOf(searchables)),
        responses: {
          "200": answered("What was found.", "SearchAnswer"),
          "400": refused("A parameter is wrong; `detail` names it and what is expected."),
          "405": refused("Only GET, HEAD and OPTIONS are answered."),
          "414": refused("The address is too long."),
          "503": refused("The search does not answer at the moment."),
        },
      },
    },
    "/api/v1/openapi.json": {
      get: {
        operationId: "describe",
        summary: "This description",
        responses: {
          "200": {
            description: "OpenAPI 3.1",
            content: { "application/json": { schema: { type: "object" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: { SearchAnswer: schemaOf(searchAnswer(typesOf(searchables))), Problem: schemaOf(problemAnswer) },
  },
});

const searchParameters = (types: readonly SearchableType[]) => [
  {
    name: "q",
    in: "query",
    description: `What to search for, at most ${LONGEST_TEXT} characters of it; everything when it is empty.`,
    schema: { type: "string" },
  },
  listParameter("type", typeParameter(types)),
  ...Object.entries(facetParameters).map(([name, parameter]) => listParameter(name, parameter)),
  {
    name: "sort",
    in: "query",
    description: "Order of the results.",
    schema: { type: "string", enum: sorts, default: sorts[0] },
  },
  numberParameter("page", "Which page, from 1.", { minimum: 1, default: 1 }),
  numberParameter("perPage", "Results on a page.", {
    minimum: 1,
    maximum: LARGEST_PAGE,
    default: USUAL_PAGE,
  }),
];

const listParameter = (name: string, { about, values, commas }: ListParameter) => ({
  name,
  in: "query",
  description: `${about} May be given several times${commas ? ", or once with commas between" : ""}: any of them is enough.`,
  style: "form",
  explode: true,
  schema: {
    type: "array",
    maxItems: MOST_VALUES,
    items: values ? { type: "string", enum: values } : { type: "string", maxLength: LONGEST_VALUE },
  },
});

const numberParameter = (name: string, description: string, bounds: Record<string, number>) => ({
  name,
  in: "query",
  description,
  schema: { type: "integer", ...bounds },
});

const reference = (schema: string) => ({ schema: { $ref: `#/components/schemas/${schema}` } });

const answered = (description: string, schema: string) => ({
  description,
  content: { "application/json": reference(schema) },
});

const refused = (description: string) => ({
  description,
  content: { "application/problem+json": reference("Problem") },
});

/** "packs, activities and networks": in English, as the whole description. */
const namesOf = (searchables: readonly Searchable[]): string =>
  withLocale("en", () =>
    new Intl.ListFormat("en-GB").format(searchables.map(({ presented }) => presented.name().toLowerCase())),
  );

/** A schema without the line that says which draft it is of: the document as a whole does. */
function schemaOf(schema: z.ZodType) {
  const { $schema: _draft, ...described } = z.toJSONSchema(schema);
  return described;
}
