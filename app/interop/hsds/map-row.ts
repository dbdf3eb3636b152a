import type { StagedValue } from "~/domain/directory/import/import-table";

export type Values = Record<string, StagedValue | undefined>;
/** What a mapping has to say of a row: a warning, or why it cannot be taken. */
export interface RowNotes {
  warn(column: string | null, reason: string, code: string): void;
  refuse(column: string | null, reason: string, code: string): void;
  /** Whether the source has this column of ours: then nothing is derived in its place. */
  says(column: string): boolean;
}
export type MapRow = (values: Values, notes: RowNotes) => void;
