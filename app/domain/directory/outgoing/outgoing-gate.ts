import { heldRow, heldTells, isHeld } from "./held-rows";
import { owners } from "./row-owners";
import { toldStill } from "./told-still";
import { keptBack } from "./kept-back";

/**
 * What of the directory may leave it, as SQL over a table's alias: published listings, listings withdrawn after they had
 * been published, what hangs on them, and imported rows that hang on nothing withheld. Drafts, listings in review and
 * listings that must stay out never leave; of a hidden place nothing that says where it is.
 *
 * Whether a row's parent leaves is asked of the functions `<table>_leaves(id)` (migration hsdsout_gates): written out, a phone's
 * gate holds those of five tables, and PostgreSQL plans longer than it reads. A test holds both alike.
 */
type Gate = (alias: string) => string;

/** The partial index hand_service_outgoing says the same: keep both alike. */
export const openService: Gate = (s) =>
  `(${s}.jurisdiction_id = app_jurisdiction() and (${s}.listing_state = 'published'
    or (${s}.listing_state = 'unpublished' and ${s}.published_at is not null)))`;

const hasOpenService = (condition: string) =>
  `exists (select from service os where ${condition} and ${openService("os")})`;

/** Whether the row that a column names leaves. */
export const parentLeaves = (table: string, column: string): string =>
  table === "service" ? hasOpenService(`os.id = ${column}`) : `${table}_leaves(${column})`;

/** Of an organization that must stay out, no row leaves unless one of its listings does. */
const openOrganization: Gate = (o) => `(${o}.jurisdiction_id = app_jurisdiction() and (
  ${hasOpenService(`os.jurisdiction_id = ${o}.jurisdiction_id and os.organization_id = ${o}.id`)}
  or (${o}.source <> 'portal' and ${o}.merged_into_id is null and not exists (
    select from service kept where kept.jurisdiction_id = ${o}.jurisdiction_id and kept.organization_id = ${o}.id
      and kept.listing_state = 'do_not_list'))))`;

const openProgram: Gate = (
  p,
) => `(${p}.jurisdiction_id = app_jurisdiction() and organization_leaves(${p}.organization_id) and not ${heldRow("program", p)}
  and (${p}.source <> 'portal' or ${hasOpenService(
    `os.jurisdiction_id = ${p}.jurisdiction_id and os.organization_id = ${p}.organization_id and os.program_id = ${p}.id`,
  )}))`;

const openPlace: Gate = (x) =>
  `(${x}.jurisdiction_id = app_jurisdiction() and ${hasOpenService(`os.id = ${x}.service_id`)})`;

/** A place where the listing is given still. */
const openSite: Gate = (x) => `(${x}.closed_at is null and ${openPlace(x)})`;

export const openLocation: Gate = (l) => `(${l}.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = ${l}.id and ${openSite("ox")})
  or (${l}.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = ${l}.id)
    and (${l}.organization_id is null or organization_leaves(${l}.organization_id)))))`;

/** Hidden itself, or the place of a confidential listing. */
export const hiddenLocation: Gate = (l) => `(${l}.visibility = 'hidden' or exists (
  select from service_at_location hx join service hs on hs.id = hx.service_id
  where hx.location_id = ${l}.id and hs.confidential))`;
/** Its address and point may be told: location_told(id). */
export const toldLocation: Gate = (l) =>
  `(${openLocation(l)} and ${l}.visibility = 'full' and not ${hiddenLocation(l)})`;
const toldChild: Gate = (t) =>
  `(${t}.jurisdiction_id = app_jurisdiction() and location_told(${t}.location_id))`;

/** HSDS has no address without a street, a town, a state, a postal code and a country. */
export const partialAddress: Gate = (a) =>
  `('' in (${a}.address1, ${a}.city, ${a}.state_province, ${a}.postal_code, ${a}.country))`;

const ofJurisdiction: Gate = (t) => `(${t}.jurisdiction_id = app_jurisdiction())`;
const ofPortalToo: Gate = (t) =>
  `(${t}.jurisdiction_id is null or ${t}.jurisdiction_id = app_jurisdiction())`;

/** By parent column, the table it points at. */
type Parents = Readonly<Record<string, string>>;
const shared = { organization_id: "organization", service_id: "service", location_id: "location" };
const placed = { service_id: "service", service_at_location_id: "service_at_location" };

/** Columns whose row may stay behind while this one leaves: it is not named then. */
export const outgoingParents: Readonly<Record<string, Parents>> = {
  organization: { parent_organization_id: "organization" },
  service: { program_id: "program" },
  location: { organization_id: "organization" },
  contact: { ...shared, service_at_location_id: "service_at_location" },
  phone: { ...shared, service_at_location_id: "service_at_location", contact_id: "contact" },
  schedule: { ...placed, location_id: "location" },
  service_area: placed,
  language: { service_id: "service", location_id: "location", phone_id: "phone" },
  funding: { organization_id: "organization", service_id: "service" },
  url: { organization_id: "organization", service_id: "service" },
};

/** Leaves with any parent that leaves, an imported one without any parent as well; what a hidden place keeps back does not. */
function anyParent(table: string): Gate {
  const columns = Object.entries(outgoingParents[table] ?? {});
  return (t) => {
    const some = columns.map(([column, parent]) => parentLeaves(parent, `${t}.${column}`));
    const none = columns.map(([column]) => `${t}.${column} is null`);
    const kept =
      Object.hasOwn(heldTells, table) || table === "contact" ? "" : ` and not ${heldRow(table, t)}`;
    return `(${t}.jurisdiction_id = app_jurisdiction() and not ${keptBack(table, t)}${kept} and (${some.join(" or ")}
      or (${t}.source <> 'portal' and ${none.join(" and ")})))`;
  };
}

const ofOneService = ["service_capacity", "cost_option", "required_document", "eligibility_rule"];
const ofSeveral = ["contact", "phone", "schedule", "service_area", "language", "funding", "url"];

const gates: Readonly<Record<string, Gate>> = {
  taxonomy: ofPortalToo,
  taxonomy_term: ofPortalToo,
  organization: openOrganization,
  program: openProgram,
  service: openService,
  location: openLocation,
  service_at_location: openSite,
  unit: ofJurisdiction,
  meta_table_description: ofJurisdiction,
  organization_identifier: (t) =>
    `(${t}.jurisdiction_id = app_jurisdiction() and organization_leaves(${t}.organization_id)
      and not ${heldRow("organization_identifier", t)})`,
  address: (t) => `(${toldChild(t)} and not ${partialAddress(t)} and names_held(${t}.attention) is not true)`,
  accessibility: toldChild,
  ...Object.fromEntries(
    ofOneService.map((table) => [
      table,
      Object.hasOwn(heldTells, table)
        ? openPlace
        : (t: string) => `(${openPlace(t)} and not ${heldRow(table, t)})`,
    ]),
  ),
  // The row that mirrors a listing's own count says no more than the listing does.
  service_capacity: (k) =>
    `(${openPlace(k)} and (${k}.id <> mirror_id(${k}.service_id, 'capacity') or ${toldStill(`${k}.updated`)}))`,
  ...Object.fromEntries(ofSeveral.map((table) => [table, anyParent(table)])),
};

/** Tables whose rows may hang on a row of any other: the column of the other's table and the one of its id. */
export const linkedTables: Readonly<Record<string, { entity: string; id: string }>> = {
  attribute: { entity: "link_entity", id: "link_id" },
  field_change: { entity: "entity", id: "entity_id" },
};

/** What hangs on a place, or says how a listing is given there, leaves only when the place is told. */
const linkedGates: Readonly<Record<string, Gate>> = {
  location: toldLocation,
  service_at_location: (x) => `(${openSite(x)} and location_told(${x}.location_id))`,
};

/** What has changed says what stood there before: of an organization that is held nothing of it leaves, nor of a held row. */
function heldHistory(entity: string): string {
  const owner = owners[entity]?.replaceAll(/\bt\./g, "k.");
  const ofOwner = owner
    ? ` or exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and h.organization_id = ${owner})`
    : "";
  return `(${isHeld(entity, "k")}${ofOwner})`;
}

/** Whether, and since when, something is kept from others is nobody's matter: the history of these columns never leaves. */
const ofHiding = [
  ...["confidential", "visibility", "visibility_reason", "address_visibility", "tells_while_hidden"],
  "victim_service_provider",
];

/** A pause that is over, or was its own people's and no suspension, is told by no history: both are told as one status. */
const pauses = `coalesce(t.field = 'status' and t.previous in ('active', 'temporarily_closed') and t.replacement in ('active', 'temporarily_closed'), false)`;

/** Rows that hang on rows of one table. */
export function linkedGate(table: string, entity: string): Gate {
  const link = linkedTables[table];
  if (!link) throw new Error(`${table} hangs on nothing.`);
  const gate = (linkedGates[entity] ?? gateOf(entity))("k");
  const quiet = table === "field_change" ? ` and not ${heldHistory(entity)}` : "";
  const hiding = ofHiding.map((one) => `'${one}'`).join(", ");
  const told = table === "field_change" ? ` and t.field not in (${hiding}) and not ${pauses}` : "";
  return (
    t,
  ) => `(${t}.jurisdiction_id = app_jurisdiction() and ${t}.${link.entity} = '${entity}'${told.replaceAll("t.", `${t}.`)}
    and exists (select from ${entity} k where k.id = ${t}.${link.id} and ${gate}${quiet}))`;
}

/** Tables of the directory whose rows may leave, but for the linked ones. */
export const outgoingTables = Object.keys(gates);
/** Tables that others name as parents: each has its function. */
export const gatedParents = [
  "organization",
  "program",
  "location",
  "service_at_location",
  "contact",
  "phone",
];

/** The gate of a table, over its alias. Throws for a table that is none of the directory's. */
export function gateOf(table: string): Gate {
  const gate = Object.hasOwn(gates, table) ? gates[table] : undefined;
  if (!gate) throw new Error(`${table} does not leave the directory.`);
  return gate;
}
