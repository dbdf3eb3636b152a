import { keptColumns, storageOf, type ExtractColumn, type RecordTable } from "./extract-columns";

/** The temporary table in which the rows of a file wait until all files are read. */
export const stagedName = (table: RecordTable): string => `staged_${storageOf(table).table}`;

/** The temporary table that one batch of them passes through. */
export const passingName = (table: RecordTable): string => `passing_${storageOf(table).table}`;

/** Columns of a staged row of which a file gives these, in the order in which they are sent; the others are empty. */
export const stagedColumns = (table: RecordTable, given?: ReadonlySet<string>): string[] => [
  "line",
  "row_hash",
  ...keptColumns(table).flatMap(({ name }) => (given === undefined || given.has(name) ? [name] : [])),
];

function typeOf({ kind }: ExtractColumn): string {
  if (kind === "date") return "date";
  if (kind === "yes") return "boolean";
  if (kind === "count") return "integer";
  if (kind === "money") return "numeric(12, 2)";
  // To the table's own thousandths: what is one moment there is one here.
  if (kind === "time") return "timestamptz(3)";
  return typeof kind === "object" && "words" in kind ? "text[] not null default '{}'" : "text";
}

/** Statement that makes the waiting table; it goes with the transaction. A time without an offset is read in the session's zone. */
export function createStagedSql(table: RecordTable, name = stagedName(table)): string {
  const columns = keptColumns(table).map((column) => `${column.name} ${typeOf(column)}`);
  return `create temp table ${name} (line integer not null, row_hash text not null, ${columns.join(", ")}) on commit drop`;
}

/**
 * Of rows with one key the last stands. Answers one row: `repeated` lines taken out, and in `lines` the first of those that
 * said something else than the one that stands.
 */
export function dropRepeatedSql(table: RecordTable): string {
  const staged = stagedName(table);
  const last = `(partition by ${storageOf(table).rowKey.join(", ")} order by line desc, ctid desc)`;
  return `with ranked as (
    select ctid as place, row_number() over ${last} as n, row_hash <> first_value(row_hash) over ${last} as differs from ${staged}
  ), dropped as (
    delete from ${staged} s using ranked r where s.ctid = r.place and r.n > 1 returning s.line, r.differs
  ) select count(*)::int as repeated, count(*) filter (where differs)::int as total,
    (array_agg(line order by line) filter (where differs))[1:1000] as lines from dropped`;
}

/** Whether a key stands in more than one line: the common answer is no, and costs no sorting. */
export function findRepeatedSql(table: RecordTable): string {
  const key = storageOf(table).rowKey.join(", ");
  return `select exists (select from ${stagedName(table)} group by ${key} having count(*) > 1) as found`;
}

/** Of a child with two birth dates in one file nobody can say which is true: all its lines are refused. */
export const refuseTwoBirthDatesSql = `with both_said as (
    select child_id from ${stagedName("children")} group by child_id having min(dob) <> max(dob)
  ), refused as (
    delete from ${stagedName("children")} s using both_said b where b.child_id = s.child_id returning s.line
  ) select count(*)::int as total, (array_agg(line order by line))[1:1000] as lines from refused`;

/** A UUID version 7 whose counter is the line: rows of one import lie together, in the order of their file. */
const idOfLine = `(lpad(to_hex($3::bigint), 12, '0') || '7' || lpad(to_hex((line >> 12) & 4095), 3, '0')
  || '8' || lpad(to_hex(line & 4095), 3, '0') || right(gen_random_uuid()::text, 12))::uuid`;

/** Whether the jurisdiction, $1, has no row of a file yet. */
export const isEmptySql = (table: RecordTable): string =>
  `select not exists (select from ${storageOf(table).table} where jurisdiction_id = $1::uuid) as found`;

function insertSql(table: RecordTable): { insert: string; names: string[] } {
  const names = keptColumns(table).map((column) => column.name);
  const insert = `insert into ${storageOf(table).table} (id, jurisdiction_id, ${names.join(", ")}, row_hash, import_run_id)
    select ${idOfLine}, $1::uuid, ${names.join(", ")}, row_hash, $2::uuid from ${stagedName(table)} s`;
  return { insert, names };
}

/** Takes the waiting rows into a table that has none of the jurisdiction: parameters as below; the rows inserted are its count. */
export const fillEmptySql = (table: RecordTable): string => insertSql(table).insert;

/**
 * Takes the waiting rows into their table: $1 the jurisdiction, $2 the import run, $3 the moment in milliseconds. A row
 * that is there with the same hash, or says the same in the columns that are `given`, is not touched; the other columns
 * stay as they were. Answers `imported` and `updated`.
 */
export function mergeStagedSql(table: RecordTable, given: ReadonlySet<string>): string {
  const { table: name, rowKey } = storageOf(table);
  const { insert, names } = insertSql(table);
  const told = names.filter((column) => !rowKey.includes(column) && given.has(column));
  const changes = [...told, "row_hash", "import_run_id"].map((column) => `${column} = excluded.${column}`);
  const differs = told.map((column) => `${name}.${column} is distinct from excluded.${column}`);
  return `with done as (
    ${insert}
    where not exists (select from ${name} t where t.jurisdiction_id = $1::uuid and t.row_hash = s.row_hash)
    on conflict (jurisdiction_id, ${rowKey.join(", ")}) do update set ${changes.join(", ")}
    where ${differs.join(" or ") || "false"}
    returning (xmax = 0) as fresh
  ) select count(*) filter (where fresh)::int as imported, count(*) filter (where not fresh)::int as updated from done`;
}

/** Takes out what an earlier extract gave and this one, which is whole by that column, gives no more: $1 the jurisdiction. */
export function dropUngivenSql(table: RecordTable, wholeBy: string): string {
  const { table: name, rowKey } = storageOf(table);
  const staged = stagedName(table);
  const isSame = rowKey.map((column) =>
    column === wholeBy ? `s.${column} = t.${column}` : `s.${column} is not distinct from t.${column}`,
  );
  return `delete from ${name} t using (select distinct ${wholeBy} from ${staged}) given
    where t.jurisdiction_id = $1::uuid and t.${wholeBy} = given.${wholeBy}
      and not exists (select from ${staged} s where ${isSame.join(" and ")})`;
}
