/** A column of a directory table that an import may write. */
export interface ImportColumn {
  /** Our column. */
  name: string;
  /** What the source calls it; notes and history name it so. */
  field: string;
  /** The import table whose row it points at; "*": the table that the row itself names in `named`. */
  refers: string | null;
  named?: string;
  required: boolean;
}

export interface ImportTable {
  /** HSDS object name: how reports, history and attributes call the table. */
  name: string;
  /** Our table. */
  table: string;
  columns: readonly ImportColumn[];
}

export type StagedValue = string | number | boolean | null | readonly string[];

/** One row of a source. Keys are columns of the table; foreign keys hold the source's own ids. */
export interface StagedRow {
  file: string;
  line: number | null;
  /** The id that the source gives. */
  id: string;
  /** Our id when the source's is no UUID, or is another jurisdiction's already. */
  derivedId: string;
  values: Readonly<Record<string, StagedValue | undefined>>;
}

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

/** Columns that a source may fill beside HSDS's, by table. */
export const extraColumns: Readonly<Record<string, readonly string[]>> = {
  location: ["visibility_reason"],
  taxonomy_term: ["facet"],
  // HSDS has them in `extent`.
  service_area: ["codes"],
};

/** Marks that a source's reader leaves on a row for the import; they are no columns of ours. */
export const markColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: { slug_words: "text", secret: "boolean" },
  location: { secret: "boolean" },
  address: { secret: "boolean" },
  // The language's one code, whatever the row calls it.
  language: { plain: "text" },
};
