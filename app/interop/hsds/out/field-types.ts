import type { FieldKind } from "../hsds-field";

export interface FieldType {
  type: string;
  format?: string;
  items?: { type: string };
}

/** Types of JSON Schema by kind of field. Days and times are plain texts in the specification's JSON. */
export const jsonTypes: Readonly<Record<FieldKind, FieldType>> = {
  uuid: { type: "string", format: "uuid" },
  text: { type: "string" },
  uri: { type: "string", format: "uri" },
  email: { type: "string", format: "email" },
  number: { type: "number" },
  integer: { type: "number" },
  boolean: { type: "boolean" },
  date: { type: "string" },
  datetime: { type: "string", format: "date-time" },
  time: { type: "string" },
  list: { type: "array", items: { type: "string" } },
  json: { type: "object" },
};

/** Types of Table Schema: it has days and times of its own. Lists and objects of our own are JSON in their cell. */
export const cellTypes: Readonly<Record<FieldKind, FieldType>> = {
  ...jsonTypes,
  date: { type: "date" },
  datetime: { type: "datetime", format: "any" },
  time: { type: "time", format: "any" },
  list: { type: "array" },
};
