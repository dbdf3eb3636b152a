export type { ImportNote, ImportReport } from "~/domain/directory/import/import-table";

/** Files that cannot be used at all: nothing is taken. */
export class UnusableFiles extends Error {}
