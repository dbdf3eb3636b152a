import { hash } from "node:crypto";
import type { Stage } from "~/domain/directory/import/import-stage";
import type { HsdsField, HsdsTable } from "./hsds-field";
import { hsdsTables } from "./hsds-tables";
import { hasAttributes, hasMetadata, nestingOf } from "./out/hsds-nesting";
import { PassedKeys } from "./passed-keys";
import { rowTaker } from "./take-hsds-row";

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const tables = new Map(hsdsTables.map((table) => [table.name, table]));
const mostDeep = 12;

/** Objects that nest only in the fullest answers, beside what nestings say. */
const more: Readonly<Record<string, readonly { name: string; object: string; by: string }[]>> = {
  organization: [{ name: "services", object: "service", by: "organization_id" }],
};
const inner: Readonly<Record<string, readonly { name: string; object: string; column: string }[]>> = {
  service_at_location: [{ name: "service", object: "service", column: "service_id" }],
};

function cellOf(field: HsdsField, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "object") return field.kind === "text" ? undefined : JSON.stringify(value);
  return String(value);
}

/**
 * Takes nested objects apart into rows of their tables: children get their parent's key from where they stand, attributes and
 * metadata their table and row. The same object met again is passed over; with other parents it is merged later, by its id.
 */
export function jsonFlattener(stage: Stage, saysOwn: boolean) {
  const takers = new Map<string, { fields: HsdsField[]; take: ReturnType<typeof rowTaker> }>();
  const seen = new Set<string>();
  const passed = new PassedKeys();
  const takerOf = (table: HsdsTable) => {
    const known = takers.get(table.name);
    if (known) return known;
    const fields = table.fields.filter((field) => saysOwn || table.own || !field.own);
    const made = { fields: [...fields], take: rowTaker(stage, table, fields) };
    takers.set(table.name, made);
    return made;
  };
  async function flatten(
    object: string,
    given: JsonObject,
    place: { file: string; line: number | null; keys: JsonObject; fallback: string },
    depth = 0,
  ): Promise<string> {
    const table = tables.get(object);
    if (!table || depth > mostDeep) return "";
    const id = typeof given["id"] === "string" && given["id"] !== "" ? given["id"] : place.fallback;
    const row: Record<string, unknown> = { ...given, ...place.keys, id };
    const { lists, one } = nestingOf(object);
    passed.add(table, given);
    const at = { file: place.file, line: place.line };
    for (const { name, object: kind, column } of [...one, ...(inner[object] ?? [])]) {
      const value = given[name];
      if (isObject(value))
        row[column] = await flatten(kind, value, { ...at, keys: {}, fallback: `${id}/${name}` }, depth + 1);
    }
    const { fields, take } = takerOf(table);
    const cells = fields.map((field) => cellOf(field, row[field.name]));
    const mark = hash("sha1", `${object}\t${cells.join("\t")}`, "base64");
    if (!seen.has(mark)) {
      seen.add(mark);
      await take({ ...at, cells });
    }
    const children = async (name: string, kind: string, keys: JsonObject): Promise<void> => {
      const list = given[name];
      if (!Array.isArray(list)) return;
      for (const [n, child] of list.entries())
        if (isObject(child))
          await flatten(kind, child, { ...at, keys, fallback: `${id}/${name}/${n}` }, depth + 1);
    };
    for (const { name, object: kind, by } of [...lists, ...(more[object] ?? [])])
      await children(name, kind, { [by]: id });
    if (hasAttributes(object))
      await children("attributes", "attribute", { link_entity: object, link_id: id });
    if (hasMetadata(object))
      await children("metadata", "metadata", { resource_type: object, resource_id: id });
    return id;
  }
  return { flatten, tell: (file: string) => passed.tell(stage, file) };
}
