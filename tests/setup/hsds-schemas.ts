import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** The specification's own files, read where they stand. */
export const specification = path.join(process.env["UPSTREAM_SHARED"] ?? "../shared", "data/hsds-spec-3.1");

export type Component = {
  name: string;
  path: string;
  properties: Record<
    string,
    { type?: string; format?: string; datapackage_type?: string; enum?: string[]; $ref?: string }
  >;
  required?: string[];
  tabular_required?: string[];
};
export const components = new Map(
  readdirSync(path.join(specification, "component")).map((file) => [
    file.replace(".json", ""),
    JSON.parse(readFileSync(path.join(specification, "component", file), "utf8")) as Component,
  ]),
);

/** ajv as the specification means it: JSON Schema 2020-12, formats asserted; its own annotations are none of JSON Schema's. */
export function strictAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv, { mode: "full" });
  return ajv;
}

const compiled = new Map<string, ValidateFunction>();
/** A compiled schema of the specification (service, service_list, ...), or of one component. */
export function compiledSchema(name: string, folder = "compiled"): ValidateFunction {
  const key = `${folder}/${name}`;
  const known = compiled.get(key);
  if (known) return known;
  const ajv = strictAjv();
  if (folder === "component")
    for (const [other, schema] of components) if (other !== name) ajv.addSchema(schema, `${other}.json`);
  const made = ajv.compile(
    JSON.parse(readFileSync(path.join(specification, folder, `${name}.json`), "utf8")) as object,
  );
  compiled.set(key, made);
  return made;
}

/** What is wrong with a value by a schema; empty when nothing is. */
export function faultsOf(validate: ValidateFunction, value: unknown): string[] {
  return validate(value)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}
