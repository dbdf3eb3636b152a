import { type ColumnKind, extractFiles } from "./extract-files";
import type { WordList } from "./extract-words";

type Files = typeof extractFiles;
export type ExtractTable = keyof Files;
/** The files that an agency hands over. */
export type RecordTable = {
  [T in ExtractTable]: Files[T]["from"] extends "agency" ? T : never;
}[ExtractTable];

export const extractTables = Object.keys(extractFiles) as ExtractTable[];
const isRecordTable = (table: ExtractTable): table is RecordTable => extractFiles[table].from === "agency";
export const recordTables: readonly RecordTable[] = extractTables.filter(isRecordTable);

/** One column of a file: its header, the field it becomes, and what extract-files.ts says of it. */
export type ExtractColumn = {
  name: string;
  field: string;
  kind: ColumnKind;
  key: boolean;
  optional: boolean;
  measured: boolean;
  needed: boolean;
};

/** "exit_date" as a field: exitDate. */
const fieldOf = (name: string): string =>
  name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** A file's columns, in their order. */
export function columnsOf(table: ExtractTable): ExtractColumn[] {
  const columns: (typeof extractFiles)[ExtractTable]["columns"] = extractFiles[table].columns;
  return Object.entries(columns).map(([name, described]) => ({
    name,
    field: fieldOf(name),
    kind: described.kind,
    key: "key" in described,
    optional: "optional" in described,
    measured: "measured" in described,
    needed: "measured" in described && described.measured === "needed",
  }));
}

/** The fields that an agency knows a row of a file by. */
export function keyFields(table: RecordTable): string[] {
  return extractFiles[table].rowKey.map(fieldOf);
}

/** The columns that measures are computed from: what the portal writes and the engine loads. */
export function measuredColumns(table: ExtractTable): ExtractColumn[] {
  return columnsOf(table).filter(({ measured }) => measured);
}

type Columns<T extends ExtractTable> = Files[T]["columns"];
/** Names of the measured columns of a file. */
export type MeasuredName<T extends ExtractTable> = {
  [N in keyof Columns<T>]: Columns<T>[N] extends { measured: true | "needed" } ? N : never;
}[keyof Columns<T>] &
  string;

type Camel<S extends string> = S extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : S;
type Value<C> = C extends { kind: "yes" }
  ? boolean | null
  : C extends { kind: { words: WordList } }
    ? string[]
    : C extends { key: true }
      ? string
      : string | null;
/** A row after reading: words of the contract, dates as YYYY-MM-DD, times as written, null for missing. */
export type RecordOf<T extends RecordTable> = {
  [N in keyof Columns<T> & string as Camel<N>]: Value<Columns<T>[N]>;
};
