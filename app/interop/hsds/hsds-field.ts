export type FieldKind =
  | "uuid"
  | "text"
  | "uri"
  | "email"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "datetime"
  | "time"
  | "list"
  | "json";
export interface HsdsField {
  name: string;
  /** Our column, where it has another name. */
  column: string;
  kind: FieldKind;
  /** Needed by the specification's JSON or tabular form. */
  required: boolean;
  /** HSDS table that a foreign key points at. */
  refers: string | null;
  own: boolean;
}
export interface HsdsTable {
  /** HSDS object name, which is also the component schema's file name and `link_entity`. */
  name: string;
  /** CSV file without its ending; irregular in the specification. */
  file: string;
  table: string;
  fields: readonly HsdsField[];
  own: boolean;
}

type Extra = Partial<Omit<HsdsField, "name" | "kind">>;
export const field = (name: string, kind: FieldKind, extra: Extra = {}): HsdsField => ({
  name,
  kind,
  column: name,
  required: false,
  refers: null,
  own: false,
  ...extra,
});
export const must = { required: true };
const id = field("id", "uuid", must);
export const to = (refers: string, extra: Extra = {}) => field(`${refers}_id`, "uuid", { refers, ...extra });
export const texts = (...names: string[]) => names.map((name) => field(name, "text"));
export const own = (kind: FieldKind, ...names: string[]) =>
  names.map((name) => field(name, kind, { own: true }));
export const table = (name: string, file: string, fields: HsdsField[], ours: string = name): HsdsTable => ({
  name,
  file,
  table: ours,
  fields: [id, ...fields],
  own: false,
});
