import { expect } from "vitest";
import { outgoingHsdsTables } from "../../app/interop/hsds/out/hsds-outgoing";
import { compiledSchema, components, faultsOf } from "./hsds-schemas";
import { headerOf, readCsv, type Record_, typedRow } from "./read-package";

type Descriptor = {
  resources: {
    name: string;
    path: string;
    schema: {
      fields: { name: string; type: string; constraints: { required: boolean } }[];
      foreignKeys: { fields: string; reference: { resource: string; fields: string } }[];
    };
  }[];
};
/** Rows of a package by table, typed, with what the specification says of each checked. */
export function checkPackage(files: Map<string, string>) {
  const descriptor = JSON.parse(files.get("datapackage.json") ?? "") as Descriptor;
  const rows = new Map<string, Record<string, unknown>[]>();
  const ids = new Map<string, Set<string>>();
  const faults: string[] = [];
  for (const resource of descriptor.resources) {
    const text = files.get(resource.path) ?? "";
    const table = outgoingHsdsTables.find((one) => one.name === resource.name)!;
    expect(headerOf(text)).toEqual(resource.schema.fields.map((field) => field.name));
    const cells: Record_[] = readCsv(text);
    for (const [at, row] of cells.entries())
      for (const field of resource.schema.fields)
        if (field.constraints.required && !row[field.name])
          faults.push(`${resource.path} ${at}: ${field.name} is empty`);
    const typed = cells.map((row) => typedRow(table, row));
    rows.set(resource.name, typed);
    ids.set(resource.name, new Set(typed.map((row) => String(row["id"]))));
    if (ids.get(resource.name)?.size !== typed.length) faults.push(`${resource.path}: an id stands twice`);
    const component = components.get(resource.name);
    if (!component) continue;
    expect(resource.path).toBe(component.path);
    const validate = compiledSchema(resource.name, "component");
    const needed = component.tabular_required ?? [];
    for (const row of typed) {
      const nested =
        resource.name === "service_capacity" ? { ...row, unit: { id: row["unit_id"], name: "x" } } : row;
      faults.push(...faultsOf(validate, nested).map((fault) => `${resource.path}: ${fault}`));
      for (const field of needed) if (row[field] === undefined) faults.push(`${resource.path}: no ${field}`);
    }
  }
  const check = (name: string, field: string, row: Record<string, unknown>, target: string) => {
    const value = row[field];
    if (value !== undefined && !ids.get(target)?.has(String(value)))
      faults.push(`${name}.${field} dangles: ${String(value)}`);
  };
  for (const { name, schema } of descriptor.resources)
    for (const row of rows.get(name) ?? [])
      for (const key of schema.foreignKeys) check(name, key.fields, row, key.reference.resource || name);
  for (const row of rows.get("attribute") ?? [])
    check("attribute", "link_id", row, String(row["link_entity"]));
  for (const row of rows.get("metadata") ?? [])
    check("metadata", "resource_id", row, String(row["resource_type"]));
  for (const row of rows.get("taxonomy_term") ?? [])
    check("taxonomy_term", "parent_id", row, "taxonomy_term");
  for (const row of rows.get("organization") ?? [])
    check("organization", "parent_organization_id", row, "organization");
  return { descriptor, rows, faults };
}

/** Objects of a file of one object a line. */
export const linesOf = (text: string | undefined) =>
  (text ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown> & { id: string });
