import type { RecordTable } from "./agency-record";

/** A time without an offset is a wall time in the agency's zone, given as $3. */
const time = (name: string): string => `case when "${name}" is null then null
  when "${name}" ~ '(Z|[+-][0-9]{2}:?[0-9]{2})$' then "${name}"::timestamptz
  else ("${name}"::timestamp at time zone $3) end`;
const list = (name: string): string => `array(select jsonb_array_elements_text("${name}"))`;

type Field = { column: string; json: string; type: string; value?: string };
const field = (column: string, type = "text", value?: (name: string) => string): Field => {
  const json = column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
  return { column, json, type, ...(value ? { value: value(json) } : {}) };
};

const tables: Record<RecordTable, { name: string; key: string[]; fields: Field[] }> = {
  children: {
    name: "agency_child",
    key: ["child_id"],
    fields: [
      ...[
        field("child_id"),
        field("dob", "date"),
        field("sex"),
        field("race_codes", "jsonb", list),
        field("hispanic", "boolean"),
      ],
      ...[
        "tribe",
        "zip_or_tract",
        "family_id",
        "first_name",
        "middle_name",
        "last_name",
        "suffix",
        "aliases",
      ].map((name) => field(name)),
    ],
  },
  reports: {
    name: "maltreatment_report",
    key: ["report_id", "child_id"],
    fields: [
      ...[
        field("report_id"),
        field("child_id"),
        field("report_date", "date"),
        field("incident_date", "date"),
        field("screen_decision"),
      ],
      ...[
        field("response_type"),
        field("received_at", "text", time),
        field("first_contact_at", "text", time),
        field("disposition"),
      ],
      ...[
        field("disposition_date", "date"),
        field("maltreatment_types", "jsonb", list),
        field("perp_relation"),
        field("fatality", "boolean"),
      ],
    ],
  },
  removals: {
    name: "removal",
    key: ["removal_id"],
    fields: [
      ...[
        field("removal_id"),
        field("child_id"),
        field("entry_date", "date"),
        field("exit_date", "date"),
        field("exit_reason"),
        field("county"),
      ],
      ...[field("entry_transaction_date", "date"), field("exit_transaction_date", "date")],
    ],
  },
};

/**
 * One statement for a batch: $1 the rows as JSON with id and rowHash, $2 the jurisdiction, $3 its time zone, $4 the import
 * run. Rows whose hash is the same are not touched. Answers `imported` and `updated`.
 */
export function upsertSql(table: RecordTable): string {
  const { name, key, fields } = tables[table];
  const columns = fields.map((f) => f.column);
  const changes = [...columns.filter((c) => !key.includes(c)), "row_hash", "import_run_id"].map(
    (c) => `${c} = excluded.${c}`,
  );
  return `with given as (
    select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "rowHash" text, ${fields.map((f) => `"${f.json}" ${f.type}`).join(", ")})
  ), done as (
    insert into ${name} (id, jurisdiction_id, ${columns.join(", ")}, row_hash, import_run_id)
    select id, $2::uuid, ${fields.map((f) => f.value ?? `"${f.json}"`).join(", ")}, "rowHash", $4::uuid from given
    where $3::text is not null
    on conflict (jurisdiction_id, ${key.join(", ")}) do update set ${changes.join(", ")}
    where ${name}.row_hash is distinct from excluded.row_hash
    returning (xmax = 0) as fresh
  ) select count(*) filter (where fresh)::int as imported, count(*) filter (where not fresh)::int as updated from done`;
}
