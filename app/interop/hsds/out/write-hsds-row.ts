import { disarmFormula } from "../../csv/disarm-formula";
import type { HsdsField, HsdsTable } from "../hsds-field";
import { isJoined } from "./hsds-outgoing";
import { readers, wordsOf } from "./hsds-words";

/** A row of ours: columns as PostgreSQL's row_to_json gives them. */
export type OurRow = Readonly<Record<string, unknown>> & { id: string };
export type HsdsRow = Record<string, unknown> & { id: string };

/** Something of ours that HSDS has no way to say; the row, or the field of it, stays behind. */
export interface LeftBehind {
  object: string;
  id: string;
  field: string;
  /** not_a_uri, not_an_email, not_a_word, not_readable; missing: the whole row; and those of list-withheld-rows. */
  code: string;
}
export type Note = (left: LeftBehind) => void;

const codes: Partial<Record<HsdsField["kind"], string>> = { uri: "not_a_uri", email: "not_an_email" };

/** Of a creation there is no value before, of a deletion none after: empty, not missing. */
const emptied = new Set(["metadata.previous_value", "metadata.replacement_value"]);

function valueOf(table: HsdsTable, one: HsdsField, row: OurRow, note: Note): unknown {
  const value = row[one.column];
  const key = `${table.name}.${one.name}`;
  if (value === null || value === undefined) return emptied.has(key) ? "" : null;
  if (value === "" && !one.required) return null;
  if (Array.isArray(value) && value.length === 0) return null;
  if (Array.isArray(value) && isJoined(table, one)) return value.join(",");
  if (one.kind === "json" && Object.keys(value as object).length === 0) return null;
  const read = readers[one.kind](value);
  const words = wordsOf(table.name, one.name);
  if (read !== null && (!words || words.includes(read as string))) return read;
  const code = words ? "not_a_word" : (codes[one.kind] ?? "not_readable");
  note({ object: table.name, id: row.id, field: one.name, code });
  return words && one.required ? words[0] : null;
}

/**
 * A row of ours as HSDS has it: empty fields left out, what HSDS cannot hold left out and noted. Null when the row as a
 * whole cannot leave: it lacks what the specification needs.
 */
export function writeHsdsRow(table: HsdsTable, row: OurRow, note: Note): HsdsRow | null {
  const written: HsdsRow = { id: row.id };
  for (const one of table.fields) {
    const value = one.name === "id" ? row.id : valueOf(table, one, row, note);
    if (value !== null) written[one.name] = value;
    else if (one.required) {
      note({ object: table.name, id: row.id, field: one.name, code: "missing" });
      return null;
    }
  }
  return written;
}

/** In a CSV an empty cell is a missing value; where one is needed, this says that it is empty. */
export const emptyWord = "(none)";

function cellOf(one: HsdsField, value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value === "" && one.required ? emptyWord : disarmFormula(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line of the table's CSV file (RFC 4180), in the descriptor's order of columns. A formula is disarmed; our own import arms it again. */
export function writeHsdsLine(table: HsdsTable, row: HsdsRow): string {
  return `${table.fields.map((one) => quote(cellOf(one, row[one.name]))).join(",")}\r\n`;
}
export const hsdsHeader = (table: HsdsTable): string =>
  `${table.fields.map((one) => one.name).join(",")}\r\n`;
