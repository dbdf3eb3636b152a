import type { HsdsField, HsdsTable } from "../hsds-field";
import { cellTypes } from "./field-types";
import { wordsOf } from "./hsds-words";
import { isJoined, outgoingHsdsTables } from "./hsds-outgoing";

function describeField(table: HsdsTable, one: HsdsField) {
  const cell = isJoined(table, one) ? { type: "string" } : cellTypes[one.kind];
  const words = wordsOf(table.name, one.name);
  return {
    name: one.name,
    ...cell,
    constraints: { required: one.required, unique: one.name === "id", ...(words ? { enum: words } : {}) },
  };
}

function describeTable(table: HsdsTable) {
  return {
    name: table.name,
    path: `${table.file}.csv`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.fields.map((one) => describeField(table, one)),
      missingValues: [""],
      primaryKey: "id",
      foreignKeys: table.fields
        .filter((one) => one.refers)
        .map((one) => ({
          fields: one.name,
          // Table Schema says a table's own self by the empty word.
          reference: { resource: one.refers === table.name ? "" : one.refers, fields: "id" },
        })),
    },
  };
}

export interface PackageFacts {
  title: string;
  /** When the directory was read. */
  created: string;
  /** Where the profile of our own fields stands, if the portal knows its own address. */
  profile: string | null;
  attributions: readonly string[];
}

/** datapackage.json of an export: every table of HSDS 3.1 with what our profile adds, in the order of the files. */
export function describePackage(facts: PackageFacts) {
  return {
    profile: "tabular-data-package",
    name: "human_services_data",
    title: facts.title,
    description:
      "A directory of services for families, in the tabular form of the Human Services Data Specification (HSDS) 3.1.1 of Open Referral. Cells of type array and object hold JSON; (none) in a cell that may not be empty stands for an empty text.",
    homepage: "https://docs.openreferral.org/",
    version: "3.1.1",
    created: facts.created,
    ...(facts.profile ? { hsds_profile: facts.profile } : {}),
    ...(facts.attributions.length ? { contributors: facts.attributions.map((title) => ({ title })) } : {}),
    resources: outgoingHsdsTables.map(describeTable),
  };
}
