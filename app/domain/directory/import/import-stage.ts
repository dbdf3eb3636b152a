import type { ImportNote, StagedRow } from "./import-table";

/** How a reader hands over what a source holds. */
export interface Stage {
  /** Columns that the source speaks of in a table, even where they are empty. */
  speak(table: string, columns: Iterable<string>): void;
  /** Gathers a row; wait for the answer before the next. */
  add(table: string, row: StagedRow): Promise<void> | undefined;
  reject(note: ImportNote): void;
  /** A row that is in the source though it cannot be taken: it has not left. */
  refuse(table: string, id: string): void;
  warn(note: ImportNote): void;
  progress(words: string): void;
  /** Characters of the files that are read by now, for whoever watches. */
  passed(characters: number): void;
  jurisdictionId: string;
  source: string;
}
