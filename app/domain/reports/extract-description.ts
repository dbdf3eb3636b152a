import type { WordList } from "./extract-words";

/**
 * What a column of an extract may hold. `id` and `text` are words as they stand; `date` is YYYY-MM-DD; `time` is a wall time
 * of the agency's zone or one with an offset; `count` a whole number from 0; `money` dollars with at most two decimals;
 * `sealed` goes to the protected schema alone; one `word` of a list, or several `words` joined by ";".
 */
export type ColumnKind =
  | "id"
  | "date"
  | "time"
  | "yes"
  | "text"
  | "count"
  | "money"
  | "age_band"
  | "sealed"
  | { word: WordList }
  | { words: WordList };

type Described = {
  kind: ColumnKind;
  /** The import takes neither a file nor a row without it. */
  key?: true;
  /** An agency may leave it out without a warning. */
  optional?: true;
  /** Measures read it; where it is "needed" a file without it blocks every measure that reads the file. */
  measured?: true | "needed";
  /** Who somebody is or where they live: for linkage alone, never in a measure. */
  linkage?: true;
  /** Not of the contract: what federal files say beyond it, and what the portal says of its own (decision 0030). */
  ours?: true;
};

export type FileDescription = {
  /** What a row is, for the document. */
  row: string;
  from: "agency" | "portal";
  /** Its table in PostgreSQL. */
  table?: string;
  /** The columns by which the agency knows a row. One that is not `key` may be empty, and empty is then a value as any. */
  rowKey?: readonly string[];
  /** An extract that gives one row of it gives all: rows it no longer gives are taken out. */
  wholeBy?: string;
  columns: Readonly<Record<string, Described>>;
};
