/** What could not be taken or needs a look: contracts.md section 2. */
export interface ImportNote {
  file: string;
  line: number | null;
  column: string | null;
  reason: string;
  code: string;
}
export interface ImportReport {
  imported: Record<string, number>;
  updated: Record<string, number>;
  unchanged: Record<string, number>;
  rejected: ImportNote[];
  warnings: ImportNote[];
}

export const emptyReport = (): ImportReport => ({
  imported: {},
  updated: {},
  unchanged: {},
  rejected: [],
  warnings: [],
});

/** Files that cannot be used at all: nothing is taken. */
export class UnusableFiles extends Error {}
