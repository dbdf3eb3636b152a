import type { ColumnKind, FileDescription } from "./extract-description";
import { extractFiles } from "./extract-files";
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

/** One column of a file: its header, the field it becomes, and what its description says of it. */
export type ExtractColumn = {
  name: string;
  field: string;
  kind: ColumnKind;
  key: boolean;
  optional: boolean;
  measured: boolean;
  needed: boolean;
  ours: boolean;
  linkage: boolean;
};

/** "exit_date" as a field: exitDate. */
const fieldOf = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

/** A file's columns, in their order. */
export function columnsOf(table: ExtractTable): ExtractColumn[] {
  const { columns }: FileDescription = extractFiles[table];
  return Object.entries(columns).map(([name, described]) => ({
    name,
    field: fieldOf(name),
    kind: described.kind,
    key: described.key ?? false,
    optional: described.optional ?? false,
    measured: described.measured !== undefined,
    needed: described.measured === "needed",
    ours: described.ours ?? false,
    linkage: described.linkage ?? false,
  }));
}

export type Storage = { table: string; rowKey: readonly string[]; wholeBy: string | null };

/** Where a file's rows are kept, and by which columns a row is known. */
export function storageOf(file: RecordTable): Storage {
  const { table, rowKey, wholeBy }: FileDescription = extractFiles[file];
  return { table: table ?? file, rowKey: rowKey ?? [], wholeBy: wholeBy ?? null };
}

/** The columns that are kept in a file's table: what is sealed goes elsewhere. */
export function keptColumns(table: RecordTable): ExtractColumn[] {
  return columnsOf(table).filter(({ kind }) => kind !== "sealed");
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
type Kept<C> = C extends { kind: "yes" }
  ? boolean
  : C extends { kind: "count" }
    ? number
    : C extends { kind: { words: WordList } }
      ? string[]
      : string;
type Value<C> = C extends { key: true } | { kind: { words: WordList } } ? Kept<C> : Kept<C> | null;
type OptionalName<C> = { [N in keyof C]: C[N] extends { optional: true } ? N : never }[keyof C];
type RowOf<C> = {
  [N in Exclude<keyof C, OptionalName<C>> & string as Camel<N>]: Value<C[N]>;
} & {
  [N in OptionalName<C> & string as Camel<N>]?: Value<C[N]>;
};
/**
 * A row after reading: words of the contract, dates as YYYY-MM-DD, times and money as written, counts as numbers, null for
 * missing; a column that an agency may leave out may be left out here.
 */
export type RecordOf<T extends RecordTable> = RowOf<Columns<T>>;
