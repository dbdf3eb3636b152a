import { hash } from "node:crypto";
import type { Stage } from "~/domain/directory/import/import-stage";
import type { HsdsField, HsdsTable } from "./hsds-field";
import { derivedColumns, mapRow } from "./map-hsds-row";
import type { RowNotes, Values } from "./map-row";
import { emptyWord } from "./out/write-hsds-row";
import { readHsdsValue } from "./read-hsds-value";
import { sourceIds } from "./source-id";

const longestId = 200;

export interface RawRow {
  file: string;
  line: number | null;
  /** Cells of the fields that the source has, in their order. */
  cells: readonly (string | undefined)[];
}

const neededColumns: ReadonlySet<string> = new Set(["name", "number", "url", "identifier", "kind", "field"]);
/** Needed before anything else can be said of a row. A missing key is found later, when all rows are there. */
const isNeeded = (field: HsdsField): boolean =>
  field.required && field.kind !== "uuid" && neededColumns.has(field.column);

/** What is said of the row that is being read; one for all rows of a table. */
class NotesOfRow implements RowNotes {
  refused = false;
  private file = "";
  private line: number | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly said: ReadonlySet<string>,
  ) {}

  begin(row: RawRow): void {
    this.refused = false;
    this.file = row.file;
    this.line = row.line;
  }
  warn(column: string | null, reason: string, code: string): void {
    this.stage.warn({ file: this.file, line: this.line, column, reason, code });
  }
  refuse(column: string | null, reason: string, code: string): void {
    if (!this.refused) this.stage.reject({ file: this.file, line: this.line, column, reason, code });
    this.refused = true;
  }
  says(column: string): boolean {
    return this.said.has(column);
  }
}

/** The cells of a row as values of our columns. */
function readCells(fields: readonly (HsdsField | null)[], row: RawRow, notes: RowNotes): Values {
  const values: Values = {};
  let nul = false;
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at];
    let cell = row.cells[at];
    if (!field || cell === undefined || cell === "") continue;
    // How our export says "empty" where a cell must not be.
    if (cell === emptyWord && field.required) continue;
    if (cell.includes("\0")) {
      nul = true;
      cell = cell.replaceAll("\0", "");
    }
    const read = readHsdsValue(field, cell);
    if (read.refuse) notes.refuse(field.name, read.note?.reason ?? "", read.note?.code ?? "");
    else if (read.note) notes.warn(field.name, read.note.reason, read.note.code);
    values[field.column] = read.value;
  }
  if (nul) notes.warn(null, "held NUL characters, which were left out", "nul_byte");
  return values;
}

/** Tables whose rows are what other rows are told of: without an id they are nobody's. */
const named: ReadonlySet<string> = new Set([
  "organization",
  "program",
  "service",
  "location",
  "taxonomy",
  "taxonomy_term",
]);
/** Whether a row may come without an id: its content is its id then, the same at every import. */
export const mayLackId = (table: HsdsTable): boolean =>
  !named.has(table.name) && table.name !== "metadata" && table.name !== "unit";

/** Ids of rows that have none, by what they say; the second of two that say the same is another row. */
function contentIds(): (row: RawRow) => string {
  const seen = new Map<string, number>();
  return ({ cells }) => {
    const said = cells.map((cell) => (cell ?? "").trim()).join("\t");
    if (said.trim() === "") return "";
    const key = hash("sha1", said, "hex").slice(0, 24);
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    return `row:${key}${turn === 1 ? "" : `:${turn}`}`;
  };
}

/** Reads rows of one table, given the fields that the source has of it, and hands them to the stage. */
export function rowTaker(stage: Stage, table: HsdsTable, fields: readonly (HsdsField | null)[], prefix = "") {
  const madeId = mayLackId(table) ? contentIds() : () => "";
  const idOf = sourceIds(stage.jurisdictionId, stage.source);
  const said = new Set(fields.flatMap((field) => (field ? [field.column] : [])));
  const derived = Object.entries(derivedColumns[table.name] ?? {}).filter(([, from]) =>
    from.some((column) => said.has(column)),
  );
  stage.speak(table.name, [...said, ...derived.map(([column]) => column)]);
  const map = mapRow[table.name];
  const needed = table.fields.filter(isNeeded);
  const notes = new NotesOfRow(stage, said);
  let made = false;
  /** A term of no taxonomy: HSDS lets it be, our terms are always of one. */
  const ownTaxonomy = (file: string, values: Values): void => {
    const word = typeof values["taxonomy_word"] === "string" ? values["taxonomy_word"] : stage.source;
    values["taxonomy_id"] = `terms of ${stage.source}`;
    if (made) return;
    made = true;
    stage.speak("taxonomy", ["name", "description"]);
    const id = `terms of ${stage.source}`;
    const named = { name: word, description: `Terms of ${stage.source}` };
    void stage.add("taxonomy", { file, line: null, id, derivedId: idOf("taxonomy", id), values: named });
  };
  return (row: RawRow): Promise<void> | undefined => {
    const { file, line } = row;
    notes.begin(row);
    const values = readCells(fields, row, notes);
    const given = typeof values["id"] === "string" ? `${prefix}${values["id"]}` : "";
    const id = given || madeId(row);
    if (id === "") notes.refuse("id", "no id", "no_id");
    else if (id.length > longestId) notes.refuse("id", "an id this long is none", "bad_id");
    const lacks = needed.find((field) => values[field.column] == null);
    if (lacks)
      notes.refuse(
        lacks.name,
        `no ${lacks.name.replaceAll("_", " ")}`,
        lacks.name === "name" ? "no_name" : "missing_value",
      );
    if (!notes.refused) map?.(values, notes);
    if (notes.refused) {
      if (id !== "") stage.refuse(table.name, id.slice(0, longestId));
      return undefined;
    }
    if (table.name === "taxonomy_term" && values["taxonomy_id"] == null) ownTaxonomy(file, values);
    return stage.add(table.name, { file, line, id, derivedId: idOf(table.name, id), values });
  };
}
