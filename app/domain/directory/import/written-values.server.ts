import { type OpenColumn, type OpenImport, type OpenTable, quoted } from "./open-import.server";

const keptOnly: ReadonlySet<string> = new Set(["last_modified"]);

/** Columns that a later import may change: those its source speaks of. */
export function changeable(table: OpenTable): OpenColumn[] {
  return table.columns.filter((column) => table.spoken.has(column.name) && !keptOnly.has(column.name));
}

const emptyIsValue = (column: OpenColumn): boolean => column.type === "text" || column.type.endsWith("[]");

/** What an insert writes of a gathered row `r`. */
function insertValue(column: OpenColumn): string {
  const value = `r.${quoted(column.name)}${column.isEnum ? `::${column.type}` : ""}`;
  return column.otherwise === null ? value : `coalesce(${value}, ${column.otherwise})`;
}

/** What an insert of a gathered row `r` sets besides the source's columns. */
function ownValues(work: OpenImport, table: OpenTable): [string, string][] {
  const values: [string, string][] = [
    ["id", "r.id"],
    ["jurisdiction_id", work.jurisdiction],
    ["source", work.from],
    ["source_id", "r.sid"],
    ["created_at", work.now],
  ];
  if (table.name === "service")
    values.push(["slug", "n.words || n.tail"], ["listing_state", "'published'"], ["published_at", work.now]);
  if (table.name !== "service") values.push(["last_modified", work.now]);
  return values.filter(([name]) => table.has.has(name) && !table.columns.some((one) => one.name === name));
}

/** Columns and values of an insert of a gathered row `r`. */
export const newValues = (work: OpenImport, table: OpenTable): [string, string][] => [
  ...ownValues(work, table),
  ...table.columns.map((column): [string, string] => [column.name, insertValue(column)]),
];

/** What an update writes: an empty text is a value, a missing yes or no is none and leaves the row's (`t`) own. */
export function updateValue(column: OpenColumn): string {
  const name = quoted(column.name);
  const value = `r.${name}${column.isEnum ? `::${column.type}` : ""}`;
  if (column.otherwise === null) return value;
  return `coalesce(${value}, ${emptyIsValue(column) ? column.otherwise : `t.${name}`})`;
}

/** A value as the history and the conflict list keep it. */
export function textOf(column: OpenColumn, value: string): string {
  if (column.type.endsWith("[]")) return `nullif(array_to_string(${value}, ', '), '')`;
  if (column.type.startsWith("timestamp"))
    return `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `nullif((${value})::text, '')`;
}

/** Every listing that a row of a table shows on, as a list of queries over `of` (alias x, a table or its rows). */
export function listingsOf(table: OpenTable, of: string): string[] {
  const at = "service_at_location";
  const from = (join: string, service: string) =>
    `select x.id, ${service} as service_id from ${of} x ${join}`;
  const has = (column: string) => table.has.has(column);
  if (table.name === "service") return [from("", "x.id")];
  if (table.name === "organization") return [from("join service s on s.organization_id = x.id", "s.id")];
  if (table.name === "location") return [from(`join ${at} p on p.location_id = x.id`, "p.service_id")];
  if (table.name === "attribute") return [from("join service s on s.id = x.link_id", "s.id")];
  const list: string[] = [];
  if (has("service_id")) list.push(from("", "x.service_id"));
  if (has("service_at_location_id"))
    list.push(from(`join ${at} p on p.id = x.service_at_location_id`, "p.service_id"));
  if (has("location_id") && table.name !== at)
    list.push(from(`join ${at} p on p.location_id = x.location_id`, "p.service_id"));
  if (has("organization_id") && !["program"].includes(table.name))
    list.push(from("join service s on s.organization_id = x.organization_id", "s.id"));
  if (has("phone_id")) list.push(from("join phone h on h.id = x.phone_id", "h.service_id"));
  return list;
}

/** Tables whose rows belong to what they point at, and go when their source drops them. */
export const details: readonly string[] = [
  "organization_identifier",
  "service_at_location",
  "address",
  "contact",
  "phone",
  "schedule",
  "service_area",
  "service_capacity",
  "cost_option",
  "required_document",
  "language",
  "accessibility",
  "funding",
  "url",
  "eligibility_rule",
  "attribute",
];

/** Condition on `x`, a row of a detail table, that it belongs to a listing or place in the lists named. */
export function belongsTo(table: OpenTable, services: string, locations: string): string {
  const has = (column: string) => table.has.has(column);
  const list = [
    has("service_id") ? `x.service_id in (select id from ${services})` : "",
    has("service_at_location_id")
      ? `x.service_at_location_id in (select p.id from service_at_location p where p.service_id in (select id from ${services}))`
      : "",
    has("location_id") && table.name !== "service_at_location"
      ? `x.location_id in (select id from ${locations})`
      : "",
    table.name === "attribute" ? `x.link_id in (select id from ${services})` : "",
  ].filter(Boolean);
  return list.length > 0 ? `(${list.join(" or ")})` : "false";
}

export const found = async (work: OpenImport, query: string): Promise<boolean> =>
  (await work.sql<{ some: boolean }>(`select exists (${query}) as some`))[0]?.some ?? false;
