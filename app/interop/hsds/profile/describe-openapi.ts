import type { OutgoingList } from "~/domain/directory/outgoing/find-outgoing.schema";
import { mostPerPage, parametersOf } from "../api/read-parameters";
import { mergePatch, openApiPatch } from "./describe-profile";
import type { Schema } from "./describe-schemas";

const parameters: Readonly<Record<string, { schema: Schema; description: string }>> = {
  search: { schema: { type: "string" }, description: "Words to look for, as people type them." },
  page: { schema: { type: "integer", minimum: 1 }, description: "Number of the page, from 1." },
  per_page: {
    schema: { type: "integer", minimum: 1, maximum: mostPerPage },
    description: `Rows on a page, at most ${mostPerPage}; with minimal as many as there are.`,
  },
  format: {
    schema: { type: "string", enum: ["json", "ndjson"] },
    description: "ndjson: every row of the list, one object a line, without pages.",
  },
  taxonomy_term_id: { schema: { type: "string" }, description: "Rows that carry this term." },
  taxonomy_id: { schema: { type: "string" }, description: "Rows that carry any term of this taxonomy." },
  organization_id: { schema: { type: "string" }, description: "Rows of this organization." },
  modified_after: {
    schema: { type: "string", format: "date-time" },
    description: "Rows changed at this moment or later; milliseconds count.",
  },
  minimal: {
    schema: { type: "boolean" },
    description: "Only id and modified_date of every service, on one page.",
  },
  full: { schema: { type: "boolean" }, description: "Everything nested." },
  full_service: { schema: { type: "boolean" }, description: "Everything nested, with whole services." },
  postcode: {
    schema: { type: "string" },
    description:
      "Rows whose service area holds this ZIP code; where no area is said, rows whose address has it.",
  },
  proximity: {
    schema: { type: "string" },
    description:
      "With postcode: rows within so many metres of its middle. Places that are not published never match.",
  },
  parent_id: { schema: { type: "string" }, description: "Terms below this one." },
  top_only: { schema: { type: "boolean" }, description: "Terms without a parent." },
};

const lists: readonly { path: string; object: OutgoingList; one: string }[] = [
  { path: "/services", object: "service", one: "service" },
  { path: "/organizations", object: "organization", one: "organization" },
  { path: "/service_at_locations", object: "service_at_location", one: "service at location" },
  { path: "/taxonomies", object: "taxonomy", one: "taxonomy" },
  { path: "/taxonomy_terms", object: "taxonomy_term", one: "taxonomy term" },
];

const answer = (schema: Schema, description: string): Schema => ({
  responses: { "200": { description, content: { "application/json": { schema } } } },
});

function pageOf(object: string): Schema {
  return {
    allOf: [{ $ref: "#/components/schemas/Page" }],
    properties: { contents: { type: "array", items: { $ref: `${object}.json` } } },
  };
}

function pathsOf({ path, object, one }: (typeof lists)[number]): Record<string, Schema> {
  const named = parametersOf[object].map((name) => ({ $ref: `#/components/parameters/${name}` }));
  const list = { parameters: named, ...answer(pageOf(object), `A page of rows: ${one}.`) };
  const fields = Object.fromEntries(parametersOf[object].map((name) => [name, parameters[name]?.schema]));
  const body = { content: { "application/json": { schema: { type: "object", properties: fields } } } };
  const id = { in: "path", name: "id", required: true, schema: { type: "string" } };
  const more = object === "organization" ? [{ $ref: "#/components/parameters/full_service" }] : [];
  return {
    [path]: {
      get: { operationId: `list_${object}`, ...list },
      post: { operationId: `ask_${object}`, requestBody: body, ...list },
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: {
        operationId: `get_${object}`,
        parameters: more,
        ...answer({ $ref: `${object}.json` }, `One ${one}, whole.`),
      },
    },
  };
}

/** Fields of the specification's page; only `empty` must be there. */
const pageFields: Readonly<Record<string, string>> = {
  total_items: "integer",
  total_pages: "integer",
  page_number: "integer",
  size: "integer",
  first_page: "boolean",
  last_page: "boolean",
  empty: "boolean",
};

function baseDocument(): Schema {
  const about = { version: "string", profile: "string", openapi_url: "string" };
  const typed = (fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }]));
  return {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    paths: {
      "/": {
        get: {
          operationId: "about",
          ...answer({ type: "object", properties: typed(about) }, "What this is."),
        },
      },
      ...Object.assign({}, ...lists.map(pathsOf)),
    },
    components: {
      schemas: { Page: { type: "object", properties: typed(pageFields), required: ["empty"] } },
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, said]) => [
          name,
          { name, in: "query", required: false, ...said },
        ]),
      ),
    },
  };
}

/** The API in OpenAPI 3.1, in our own words; `$ref`s are the schemas beside it. */
export function describeOpenApi(origin: string): Schema {
  return mergePatch(baseDocument(), openApiPatch(origin)) as Schema;
}
