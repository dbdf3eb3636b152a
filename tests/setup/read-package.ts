import { parse } from "csv-parse/sync";
import { fromBufferPromise, openPromise } from "yauzl";
import type { HsdsTable } from "../../app/interop/hsds/hsds-field";
import { isJoined } from "../../app/interop/hsds/out/hsds-outgoing";

/** Every file of a zip (its path, or its bytes) as text, by name. */
export async function readZip(zipped: string | Buffer): Promise<Map<string, string>> {
  const zip = await (typeof zipped === "string" ? openPromise(zipped) : fromBufferPromise(zipped));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    files.set(entry.fileName, Buffer.concat(parts).toString("utf8"));
  }
  return files;
}
export type Record_ = Record<string, string>;

export function readCsv(text: string): Record_[] {
  return parse(text, { columns: true, bom: false, relax_column_count: false });
}
export const headerOf = (text: string): string[] => text.slice(0, text.indexOf("\r\n")).split(",");

/** A line of a CSV with the types that its table says: empty cells are missing values. */
export function typedRow(table: HsdsTable, row: Record_): Record<string, unknown> {
  const typed: Record<string, unknown> = {};
  for (const field of table.fields) {
    const cell = row[field.name];
    if (cell === undefined || cell === "") continue;
    const json = field.kind === "json" || (field.kind === "list" && !isJoined(table, field));
    const number = field.kind === "number" || field.kind === "integer";
    typed[field.name] = json || number || field.kind === "boolean" ? (JSON.parse(cell) as unknown) : cell;
  }
  return typed;
}
