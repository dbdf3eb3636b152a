import type { Model } from "./train-model";

/** What goes into the linkage process and what comes out, as JSON files. */

/** Roles that a column may have (contracts.md section 2). `identifier` may be given to several columns, others to one a file. */
export const roles = [
  "id",
  "first_name",
  "middle_name",
  "middle_initial",
  "last_name",
  "suffix",
  "aliases",
  "birth_date",
  "family_id",
  "sex",
  "street_number",
  "street",
  "unit",
  "city",
  "postcode",
  "state",
  "phone",
  "email",
  "identifier",
] as const;
export type Role = (typeof roles)[number];

/** A column of either file and what it holds; `format` is that of a birth date, such as yyyyMMdd or MM/dd/yyyy. */
export type MappedColumn = { column: string; role: Role; format: string | null };

/** What a run was weighed by: before and after the households were looked at. */
export type TrainedModel = { first: Model; model: Model };

export type LinkJob = {
  /** Absolute paths; `b` is null where pairs are sought within `a`. */
  a: string;
  b: string | null;
  columns: MappedColumn[];
  links: string;
  report: string;
  /** CSV of id_a, id_b, answer (same, different): pairs that are settled, whatever they weigh. */
  decided?: string;
  /** Where more of each pair of the zones auto, review and held is written (write-details.ts). */
  details?: string;
  /** Weighs with this model and trains none. */
  model?: TrainedModel;
  /** DuckDB's, such as 3GB. */
  memoryLimit: string;
  temporaryFolder: string;
};

/** `refused`: why the files cannot be used, in words for the caller; nothing was written then. */
/** `unsettled`: the model did not come to rest on these files, and nothing was written. */
export type LinkAnswer =
  | { refused: string }
  | { unsettled: string }
  | { summary: string; trained: TrainedModel };

/** Files that cannot be used. */
export class Refusal extends Error {}
