import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hsdsTables } from "./hsds-tables";

const folder = path.join(process.env["UPSTREAM_SHARED"] ?? "../shared", "data/hsds-spec-3.1/component");
type Property = { type?: string; $ref?: string };
type Component = { properties: Record<string, Property>; required?: string[]; tabular_required?: string[] };
const components = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Component,
  ]),
);

describe("the tables of HSDS beside ours", () => {
  it("has every table of the specification and no other but our own", () => {
    const theirs = hsdsTables.filter((table) => !table.own).map((table) => table.name);
    expect(theirs.toSorted()).toEqual([...components.keys()].toSorted());
  });

  it.each(hsdsTables.filter((table) => !table.own).map((table) => [table.name, table] as const))(
    "has every plain field of %s",
    (name, table) => {
      const component = components.get(name)!;
      const plain = Object.entries(component.properties)
        .filter(([, property]) => property.$ref === undefined && property.type !== "array")
        .map(([field]) => field);
      const given = table.fields.filter((field) => !field.own);
      expect(given.map((field) => field.name).toSorted()).toEqual(plain.toSorted());
      const needed = new Set([...(component.required ?? []), ...(component.tabular_required ?? [])]);
      // JSON nests the unit of a capacity; tables name it by id.
      needed.delete("unit");
      expect(given.filter((field) => field.required).map((field) => field.name)).toEqual(
        expect.arrayContaining([...needed].filter((field) => plain.includes(field))),
      );
    },
  );
});
