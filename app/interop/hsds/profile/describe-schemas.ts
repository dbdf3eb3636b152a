import type { HsdsField, HsdsTable } from "../hsds-field";
import { jsonTypes } from "../out/field-types";
import { hasAttributes, hasMetadata, nestingOf } from "../out/hsds-nesting";
import { isJoined, outgoingHsdsTables } from "../out/hsds-outgoing";
import { wordsOf } from "../out/hsds-words";
import { ownWords } from "./own-words";

export type Schema = Record<string, unknown>;

export function describeField(table: HsdsTable, one: HsdsField): Schema {
  const type = isJoined(table, one) ? { type: "string" } : jsonTypes[one.kind];
  const words = wordsOf(table.name, one.name);
  const description = ownWords[`${table.name}.${one.name}`];
  return { ...type, ...(words ? { enum: words } : {}), ...(description ? { description } : {}) };
}

/** Only the tabular form names the parent of a row: in JSON the row stands inside it. */
const tabularOnly = (one: HsdsField) =>
  one.refers !== null || ["link_id", "link_entity", "resource_id", "resource_type"].includes(one.name);

export const listOf = (object: string): Schema => ({ type: "array", items: { $ref: `${object}.json` } });

function nestedIn(object: string): Record<string, Schema> {
  const { lists, one } = nestingOf(object);
  return {
    ...Object.fromEntries(one.map((inner) => [inner.name, { $ref: `${inner.object}.json` }])),
    ...Object.fromEntries(lists.map((branch) => [branch.name, listOf(branch.object)])),
    ...(hasAttributes(object) ? { attributes: listOf("attribute") } : {}),
    ...(hasMetadata(object) ? { metadata: listOf("metadata") } : {}),
  };
}

/** One object of HSDS 3.1 with what our profile adds, in our own words: fields, formats, what it nests. */
export function describeObject(table: HsdsTable): Schema {
  const required = table.fields.filter((one) => one.required && !tabularOnly(one)).map((one) => one.name);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    name: table.name,
    title: table.name,
    path: `${table.file}.csv`,
    type: "object",
    properties: {
      ...Object.fromEntries(table.fields.map((one) => [one.name, describeField(table, one)])),
      ...nestedIn(table.name),
      ...(table.name === "service_at_location" ? { service: { $ref: "service.json" } } : {}),
      ...(table.name === "organization" ? { services: listOf("service") } : {}),
    },
    required: table.name === "service_capacity" ? [...required, "unit"] : required,
  };
}

/** By file name, every schema that answers are made by. */
export const schemaFiles: ReadonlyMap<string, () => Schema> = new Map(
  outgoingHsdsTables.map((table) => [`${table.name}.json`, () => describeObject(table)]),
);
