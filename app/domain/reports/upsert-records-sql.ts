import { columnsOf, type ExtractColumn, type RecordTable } from "./extract-columns";
import { extractFiles } from "./extract-files";

const tableNames: Record<RecordTable, string> = {
  children: "agency_child",
  reports: "maltreatment_report",
  removals: "removal",
};

/** A time without an offset is a wall time in the agency's zone, given as $3. */
const time = (name: string): string => `case when "${name}" is null then null
  when "${name}" ~ '(Z|[+-][0-9]{2}:?[0-9]{2})$' then "${name}"::timestamptz
  else ("${name}"::timestamp at time zone $3) end`;
const list = (name: string): string => `array(select jsonb_array_elements_text("${name}"))`;

/** A column as it stands in the JSON of a batch, and as it is kept. */
function written({ field, kind }: ExtractColumn): { type: string; value: string } {
  if (kind === "date") return { type: "date", value: `"${field}"` };
  if (kind === "yes") return { type: "boolean", value: `"${field}"` };
  if (kind === "time") return { type: "text", value: time(field) };
  if (typeof kind === "object" && "words" in kind) return { type: "jsonb", value: list(field) };
  return { type: "text", value: `"${field}"` };
}

/**
 * One statement for a batch: $1 the rows as JSON with id and rowHash, $2 the jurisdiction, $3 its time zone, $4 the import
 * run. Rows whose hash is the same are not touched; sealed columns are not kept here. Answers `imported` and `updated`.
 */
export function upsertSql(table: RecordTable): string {
  const name = tableNames[table];
  const key: readonly string[] = extractFiles[table].rowKey;
  const columns = columnsOf(table).filter(({ kind }) => kind !== "sealed");
  const names = columns.map((column) => column.name);
  const changes = [...names.filter((c) => !key.includes(c)), "row_hash", "import_run_id"].map(
    (c) => `${c} = excluded.${c}`,
  );
  return `with given as (
    select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "rowHash" text, ${columns.map((c) => `"${c.field}" ${written(c).type}`).join(", ")})
  ), done as (
    insert into ${name} (id, jurisdiction_id, ${names.join(", ")}, row_hash, import_run_id)
    select id, $2::uuid, ${columns.map((c) => written(c).value).join(", ")}, "rowHash", $4::uuid from given
    where $3::text is not null
    on conflict (jurisdiction_id, ${key.join(", ")}) do update set ${changes.join(", ")}
    where ${name}.row_hash is distinct from excluded.row_hash
    returning (xmax = 0) as fresh
  ) select count(*) filter (where fresh)::int as imported, count(*) filter (where not fresh)::int as updated from done`;
}
