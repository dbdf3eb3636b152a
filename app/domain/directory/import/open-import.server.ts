import type { CopyRows } from "~/db/copy-rows.server";
import type { Ctx } from "../../kernel/context";
import { storableText } from "../../kernel/storable-text";
import type { ImportProgress, ImportStep } from "./import-progress";
import {
  extraColumns,
  type ImportColumn,
  type ImportNote,
  type ImportReport,
  type ImportTable,
  markColumns,
} from "./import-table";

export interface OpenColumn extends ImportColumn {
  type: string;
  isEnum: boolean;
  /** What an insert writes when the source says nothing; null for a column that may be empty. */
  otherwise: string | null;
}
export interface OpenTable {
  name: string;
  table: string;
  columns: OpenColumn[];
  /** Columns that this source speaks of; the others are left as they are. */
  spoken: Set<string>;
  /** Every column our table has. */
  has: ReadonlySet<string>;
  /** Whether our table keeps (jurisdiction, source, source id) unique. */
  keyed: boolean;
  /** No row of this source was there before. */
  first: boolean;
}

/** What all steps of one import share. */
export interface OpenImport {
  ctx: Ctx;
  copy: CopyRows;
  source: string;
  runId: string;
  /** SQL literals. */
  jurisdiction: string;
  from: string;
  now: string;
  tables: Map<string, OpenTable>;
  files: string[];
  report: ImportReport;
  /** True when rows may be merged under one id (JSON repeats them); else the second is refused. */
  nested: boolean;
  /** The jurisdiction had no listing before: whatever comes shows on new ones alone. */
  alone: boolean;
  sql: <T = unknown>(text: string) => Promise<T[]>;
  progress: (words: string) => void;
  /** Tells whoever watches how far it is. */
  tell: (step: ImportStep, done?: number, of?: number | null, share?: number) => void;
  /** Bytes of the source. */
  size: number;
}

/** A report holds no more than this of each kind; how many more there were is its last note. */
const mostNotes = 50_000;

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quoted = (name: string): string => `"${name.replaceAll('"', "")}"`;

interface FoundColumn {
  table: string;
  column: string;
  type: string;
  isEnum: boolean;
  notNull: boolean;
  otherwise: string | null;
}

async function findColumns(ctx: Ctx, tables: string[]): Promise<FoundColumn[]> {
  return ctx.tx.$queryRaw<FoundColumn[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, t.typtype = 'e' as "isEnum",
      a.attnotnull as "notNull", pg_get_expr(d.adbin, d.adrelid) as otherwise
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relname = any(${tables})`;
}

async function findKeyed(ctx: Ctx): Promise<Set<string>> {
  const rows = await ctx.tx.$queryRaw<{ table: string }[]>`
    select c.relname as table from pg_index i join pg_class c on c.oid = i.indrelid
    where i.indisunique and pg_get_indexdef(i.indexrelid) like '%(jurisdiction_id, source, source_id)'`;
  return new Set(rows.map((row) => row.table));
}

const emptyOf = (type: string): string =>
  type.endsWith("[]") ? "'{}'" : type === "text" ? "''" : type.startsWith("timestamp") ? "now()" : "null";

function openTable(one: ImportTable, found: FoundColumn[], keyed: ReadonlySet<string>): OpenTable {
  const mine = new Map(found.filter((row) => row.table === one.table).map((row) => [row.column, row]));
  const extra = (extraColumns[one.name] ?? []).map((name) => ({
    name,
    field: name,
    refers: null,
    required: false,
  }));
  const columns = [...one.columns, ...extra]
    .filter((column) => column.name !== "id")
    .map((column): OpenColumn => {
      const row = mine.get(column.name);
      if (!row) throw new Error(`${one.table} has no column ${column.name}`);
      const { type, isEnum } = row;
      const required = column.required || (row.notNull && column.refers !== null);
      return {
        ...column,
        required,
        type,
        isEnum,
        otherwise: row.notNull || type.endsWith("[]") ? (row.otherwise ?? emptyOf(type)) : null,
      };
    });
  return {
    name: one.name,
    table: one.table,
    columns,
    spoken: new Set(),
    has: new Set(mine.keys()),
    keyed: keyed.has(one.table),
    first: false,
  };
}

/** Temporary table of a table's rows as the source gives them. */
function stageSql(table: OpenTable): string {
  const columns = table.columns.map(
    (column) => `${quoted(column.name)} ${column.refers || column.isEnum ? "text" : column.type}`,
  );
  const marks = Object.entries(markColumns[table.name] ?? {}).map(([name, type]) => `${name} ${type}`);
  return `create temp table s_${table.name} (file int2, line int, sid text, given uuid, derived uuid,
    ${[...columns, ...marks].join(", ")}) on commit drop`;
}

export interface ImportInput {
  source: string;
  runId: string;
  tables: readonly ImportTable[];
  copy: CopyRows;
  nested: boolean;
  progress: (words: string) => void;
  size?: number;
  watch?: (at: ImportProgress) => void;
}

/** Learns the tables' columns and makes the temporary tables that rows are gathered in. */
export async function openImport(ctx: Ctx, input: ImportInput): Promise<OpenImport> {
  const found = await findColumns(ctx, [...new Set(input.tables.map((one) => one.table))]);
  const keyed = await findKeyed(ctx);
  const tables = new Map(input.tables.map((one) => [one.name, openTable(one, found, keyed)]));
  const work: OpenImport = {
    ctx,
    copy: input.copy,
    source: input.source,
    runId: input.runId,
    nested: input.nested,
    alone: false,
    progress: input.progress,
    size: input.size ?? 0,
    tell: (step, done, of, share) =>
      input.watch?.({ step, done: done ?? null, of: of ?? null, share: share ?? null }),
    jurisdiction: `${literal(ctx.actor.jurisdictionId)}::uuid`,
    from: literal(input.source),
    now: `${literal(ctx.clock.now().toISOString())}::timestamptz`,
    tables,
    files: [],
    report: { imported: {}, updated: {}, unchanged: {}, rejected: [], warnings: [] },
    sql: (text) => ctx.tx.$queryRawUnsafe(text),
  };
  await ctx.tx.$executeRawUnsafe("create temp table refused (entity text, sid text) on commit drop");
  for (const table of tables.values()) await ctx.tx.$executeRawUnsafe(stageSql(table));
  await lookBefore(work);
  return work;
}

/** What is there already: a first import leaves out what can only find nothing. */
async function lookBefore(work: OpenImport): Promise<void> {
  const some = async (query: string) =>
    (await work.sql<{ some: boolean }>(`select exists (${query}) as some`))[0]?.some ?? true;
  work.alone = !(await some(`select from service where jurisdiction_id = ${work.jurisdiction}`));
  for (const table of work.tables.values())
    if (table.has.has("source"))
      table.first = !(await some(
        `select from ${quoted(table.table)} where jurisdiction_id = ${work.jurisdiction} and source = ${work.from}`,
      ));
}

export function tableOf(work: OpenImport, name: string): OpenTable {
  const table = work.tables.get(name);
  if (!table) throw new Error(`no import table ${name}`);
  return table;
}

/** Adds a note, as long as there is room for it. */
export function addNote(work: OpenImport, kind: "rejected" | "warnings", note: ImportNote, count = 1): void {
  const notes = work.report[kind];
  if (notes.length < mostNotes)
    notes.push({
      ...note,
      file: storableText(note.file),
      column: note.column === null ? null : storableText(note.column),
      reason: storableText(note.reason),
    });
  else {
    const last = notes[mostNotes];
    const before = last ? Number.parseInt(last.reason, 10) : 0;
    notes[mostNotes] = {
      file: "",
      line: null,
      column: null,
      reason: `${before + count} more are not listed`,
      code: "more_not_listed",
    };
  }
}

/** Notes on rows that a statement answers with their place in the source. */
export function noteRows(
  work: OpenImport,
  kind: "rejected" | "warnings",
  rows: readonly { file: number; line: number | null; column?: string | null }[],
  note: { column: string | null; reason: string; code: string },
): void {
  for (const row of rows) {
    const column = row.column === undefined ? note.column : row.column;
    addNote(work, kind, { file: work.files[row.file] ?? "", line: row.line, ...note, column });
  }
}
