import { heldRow, heldTells, heldValues } from "./held-rows";
import {
  gateOf,
  hiddenLocation,
  linkedGate,
  linkedTables,
  outgoingTables,
  outgoingParents,
  parentLeaves,
} from "./outgoing-gate";
import { toldStill } from "./told-still";
import { linkedOwner, owners } from "./row-owners";
import { hasMark, namesIn, toldColumn, toldWords } from "./told-words";
import { wordingOf } from "./worded-columns";

/** Stands for a value without a term: the tabular form of HSDS wants one. Made by the migration open_data. */
const valueTermId = "2bb81727-a8d6-5c5b-849c-8f17f392cc23";

const told = "(t.visibility = 'full' and not g.hidden)";
const toldOnly = (column: string) => `case when ${told} then t.${column} end`;
const placeWords = [
  ...["name", "alternate_name", "description", "transportation", "url", "external_identifier"],
  "external_identifier_type",
];
const asked = { marked: "g.marked", kept: "w.kept", named: "g.named" };
const toldText = (words: string, names = false) => toldWords(words, "w.owner", { ...asked, names });
/** What a column says as it leaves, if nothing of it stays. */
const toldOf = (table: string, column: string) =>
  toldColumn(table, column, `t.${column}`, "w.owner", { ...asked, ...namesIn(table, column) });
const toldPlace = (column: string) => `case when ${told} then ${toldOf("location", column)} end`;
const isMasked = (table: string, column: string): boolean =>
  Object.hasOwn(heldTells, table) && !heldTells[table]?.includes(column);

/** Whether parents leave: the gate and the columns ask the same. */
const parentsOf = (table: string): [string, string][] => Object.entries(outgoingParents[table] ?? {});

/** Whether what a row hangs on is held; of one table alone, when that is known. */
function heldByLink(table: string, entity?: string): string {
  const link = linkedTables[table];
  if (!link) return "false";
  const whens = (entity ? [entity] : outgoingTables)
    .filter((one) => heldRow(one, "k") !== "false")
    .map((one) => `when '${one}' then (select ${heldRow(one, "k")} from ${one} k where k.id = t.${link.id})`);
  return whens.length === 0 ? "false" : `coalesce(case t.${link.entity} ${whens.join(" ")} end, false)`;
}

/**
 * Asked once a row, not once a column (`offset 0` keeps PostgreSQL from asking again), and only of rows that say something in
 * these columns.
 */
function besides(table: string, columns: readonly string[], entity?: string): string {
  const held = Object.hasOwn(linkedTables, table) ? heldByLink(table, entity) : heldRow(table, "t");
  const link = linkedTables[table];
  const owner = link ? linkedOwner(link, entity) : (owners[table] ?? "null::uuid");
  const hidden = table === "location" ? hiddenLocation("t") : "false";
  const words = columns.filter((column) => wordingOf(table, column) !== undefined);
  const masked = columns.filter((column) => isMasked(table, column));
  const saying = (some: readonly string[], what: string) =>
    some.length === 0
      ? "false"
      : `case when concat(${some.map((column) => `t.${column}`).join(", ")}) <> '' then ${what} else false end`;
  // Places and organizations say something in columns of other names.
  const always =
    ["location", "organization", "service_area"].includes(table) ||
    columns.some((column) => heldValues[table]?.[column] !== undefined);
  const marked = hasMark("w.owner");
  const named = `coalesce(plain_text(concat_ws(' ', ${words.map((column) => `t.${column}`).join(", ")})) ~ w.kept, false)`;
  const parents = parentsOf(table).map(
    ([column, parent]) => `${parentLeaves(parent, `t.${column}`)} as ${column}`,
  );
  return `cross join lateral (select ${owner} as owner, (select kept_names()) as kept offset 0) w
    cross join lateral (select ${marked} as marked, ${words.length === 0 ? "false" : named} as named,
      ${always ? held : saying(masked, held)} as held, ${hidden} as hidden offset 0) g
    ${parents.length === 0 ? "" : `cross join lateral (select ${parents.join(", ")} offset 0) p`}`;
}

/** Columns that leave as something else than they lie; SQL over the alias `t`. A listing of who is suspended is told as one that is paused. */
const outgoing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: {
    status: `case when t.merged_into_id is not null then 'defunct'
      when t.listing_state = 'unpublished' and t.status not in ('inactive', 'defunct') then 'inactive'
      when t.status = 'active' and (select o.status = 'suspended' from organization o where o.id = t.organization_id) then 'temporarily closed'
      else replace(t.status::text, '_', ' ') end`,
    // The day of our own check where there is one; what a source said of its own check otherwise.
    source_assured_on: `coalesce((t.assured_at at time zone (
      select j.time_zone from jurisdiction j where j.id = t.jurisdiction_id))::date, t.source_assured_on)`,
    // What nobody has said for so long is unknown, here as on every card.
    ...Object.fromEntries(
      [
        "capacity_status",
        "capacity_available",
        "capacity_as_of",
        "capacity_source",
        "waitlist_days",
        "waitlist_length",
      ].map((column) => [
        column,
        `case when ${toldStill("t.capacity_as_of")} then ${toldOf("service", column)} end`,
      ]),
    ),
    source_assurer_email: `case when t.assured_at is null then ${toldOf("service", "source_assurer_email")} end`,
  },
  location: {
    ...Object.fromEntries(placeWords.map((column) => [column, toldPlace(column)])),
    ...Object.fromEntries(["latitude", "longitude"].map((column) => [column, toldOnly(column)])),
    visibility: "case when g.hidden then 'hidden' else t.visibility::text end",
    approximate: `t.approximate and ${told}`,
    town: `case when t.visibility = 'partial' and not g.hidden then (
      select concat_ws(', ', nullif(ta.city, ''), nullif(ta.state_province, '')) from address ta
      where ta.location_id = t.id and concat(ta.city, ta.state_province) !~ '[0-9]' order by ta.address_type = 'physical' desc, ta.id limit 1) end`,
  },
  // What is said of a listing's being given there may say where that is.
  service_at_location: {
    description: `case when location_told(t.location_id) then ${toldText("t.description")} end`,
    ...Object.fromEntries(
      ["capacity_available", "capacity_as_of"].map((column) => [
        column,
        `case when ${toldStill("t.capacity_as_of")} and location_told(t.location_id) then t.${column} end`,
      ]),
    ),
  },
  service_area: {
    extent: `case when t.extent is not null and not g.held then ${toldText("t.extent")}
      when t.extent_type in ('zip', 'county', 'tract') and cardinality(t.codes) > 0 then array_to_string(t.codes, ',') end`,
  },
  taxonomy_term: {
    taxonomy_word: toldText(
      "coalesce(t.taxonomy_word, (select tt.name from taxonomy tt where tt.id = t.taxonomy_id))",
    ),
    description: toldText("coalesce(nullif(t.description, ''), t.name)"),
  },
  taxonomy: { description: toldText("coalesce(nullif(t.description, ''), t.name)") },
  attribute: { taxonomy_term_id: `coalesce(t.taxonomy_term_id, '${valueTermId}'::uuid)` },
};

/** HSDS has no organization without a description. */
const insteadOf = (table: string, column: string): string =>
  table === "organization" && column === "description" ? ` else ${toldText("t.name", true)}` : "";

/** What a column says as it leaves: masked where it must be, a parent that stays not named. */
function outgoingValue(table: string, column: string): string {
  const value = outgoingParents[table]?.[column]
    ? `case when p.${column} then t.${column} end`
    : (outgoing[table]?.[column] ?? toldOf(table, column));
  const plain = heldValues[table]?.[column];
  if (plain) return `case when g.held then ${plain} else ${value} end`;
  const stays =
    isMasked(table, column) || (Object.hasOwn(heldTells, table) && insteadOf(table, column) !== "");
  return stays ? `case when not g.held then ${value}${insteadOf(table, column)} end` : value;
}

/** What leaves as words of a list, which an import reads back otherwise. */
const translated: Readonly<Record<string, readonly string[]>> = {
  service: ["capacity_status", "capacity_source"],
  location: ["visibility"],
};

/**
 * SQL that puts what the portal has in place of what it let out, in the rows `gathered` that come in for a table: what comes back
 * as it left is no change. Of the columns `spoken`; null when there are none that leave as something else.
 */
export function keepWhatLeft(table: string, gathered: string, spoken: readonly string[]): string | null {
  const asked = spoken
    .filter((column) => outgoingValue(table, column) !== `t.${column}`)
    .filter((column) => !translated[table]?.includes(column));
  if (asked.length === 0) return null;
  // json has no equality, and a status comes in as a word.
  const as = (column: string) => (["family_text", "status"].includes(column) ? "::text" : "");
  const ours = (column: string) => (column === "status" ? "t.status::text" : `t.${column}`);
  const differs = (column: string) => `r.${column}${as(column)} is distinct from t.${column}${as(column)}`;
  const given = (column: string) =>
    column === "status" ? "replace(r.status, '_', ' ')" : `r.${column}${as(column)}`;
  const left = (column: string) =>
    `${differs(column)} and ${given(column)} is not distinct from (${outgoingValue(table, column)})${as(column)}`;
  const sets = asked.map(
    (column) => `${column} = case when ${left(column)} then ${ours(column)} else r.${column} end`,
  );
  return `update ${gathered} r set ${sets.join(", ")} from ${table} t ${besides(table, asked)}
    where t.id = r.id and t.jurisdiction_id = app_jurisdiction() and (${asked.map(differs).join(" or ")})`;
}

/** Rows of a table that may leave, with these columns, over the alias `t`; of a linked table those that hang on `entity`. */
export function outgoingRows(table: string, columns: readonly string[], entity?: string): string {
  const gate = parentsOf(table).reduce(
    (words, [column, parent]) => words.replaceAll(parentLeaves(parent, `t.${column}`), `p.${column}`),
    entity === undefined ? gateOf(table)("t") : linkedGate(table, entity)("t"),
  );
  return `select ${columns.map((column) => `${outgoingValue(table, column)} as ${column}`).join(", ")} from ${table} t
    ${besides(table, columns, entity)} where ${gate}`;
}
