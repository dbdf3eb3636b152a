import { gateOf, hiddenLocation, linkedGate, outgoingParents, parentLeaves } from "./outgoing-gate";

/** Stands for a value without a term: the tabular form of HSDS wants one. Made by the migration open_data. */
const valueTermId = "2bb81727-a8d6-5c5b-849c-8f17f392cc23";

const told = "(t.visibility = 'full' and not g.hidden)";
const toldOnly = (column: string) => `case when ${told} then t.${column} end`;
/** Asked once a row; `offset 0` keeps PostgreSQL from asking once a column. */
const besides: Readonly<Record<string, string>> = {
  location: `cross join lateral (select ${hiddenLocation("t")} as hidden offset 0) g`,
};

/** Columns that leave as something else than they lie; SQL over the alias `t`. */
const outgoing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    status: `case when t.merged_into_id is not null then 'defunct'
      when t.listing_state = 'unpublished' and t.status not in ('inactive', 'defunct') then 'inactive'
      else replace(t.status::text, '_', ' ') end`,
    // The day of our own check where there is one; what a source said of its own check otherwise.
    source_assured_on: `coalesce((t.assured_at at time zone (
      select j.time_zone from jurisdiction j where j.id = t.jurisdiction_id))::date, t.source_assured_on)`,
    source_assurer_email: "case when t.assured_at is null then t.source_assurer_email end",
  },
  location: {
    ...Object.fromEntries(
      [
        "name",
        "alternate_name",
        "description",
        "transportation",
        "latitude",
        "longitude",
        "url",
        "external_identifier",
        "external_identifier_type",
      ].map((column) => [column, toldOnly(column)]),
    ),
    visibility: "case when g.hidden then 'hidden' else t.visibility::text end",
    approximate: `t.approximate and ${told}`,
    town: `case when t.visibility = 'partial' and not g.hidden then (
      select concat_ws(', ', nullif(ta.city, ''), nullif(ta.state_province, '')) from address ta
      where ta.location_id = t.id order by ta.address_type = 'physical' desc, ta.id limit 1) end`,
  },
  service_area: {
    extent: `case when t.extent_type in ('zip', 'county', 'tract') and cardinality(t.codes) > 0
      then array_to_string(t.codes, ',') else t.extent end`,
  },
  taxonomy_term: {
    taxonomy_word: "coalesce(t.taxonomy_word, (select tt.name from taxonomy tt where tt.id = t.taxonomy_id))",
    description: "coalesce(nullif(t.description, ''), t.name)",
  },
  taxonomy: { description: "coalesce(nullif(t.description, ''), t.name)" },
  attribute: { taxonomy_term_id: `coalesce(t.taxonomy_term_id, '${valueTermId}'::uuid)` },
};

/** A column as it leaves: masked where it must be, a parent that stays not named. */
function outgoingColumn(table: string, column: string): string {
  const parent = outgoingParents[table]?.[column];
  if (parent) return `case when ${parentLeaves(parent, `t.${column}`)} then t.${column} end as ${column}`;
  const changed = outgoing[table]?.[column];
  return changed ? `${changed} as ${column}` : `t.${column}`;
}

/** Rows of a table that may leave, with these columns, over the alias `t`; of a linked table those that hang on `entity`. */
export function outgoingRows(table: string, columns: readonly string[], entity?: string): string {
  const gate = entity === undefined ? gateOf(table)("t") : linkedGate(table, entity)("t");
  return `select ${columns.map((column) => outgoingColumn(table, column)).join(", ")} from ${table} t
    ${besides[table] ?? ""} where ${gate}`;
}
