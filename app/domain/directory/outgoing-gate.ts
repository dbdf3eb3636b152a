/**
 * What of the directory may leave it, as SQL over a table's alias: published listings, listings withdrawn after they had
 * been published, what hangs on them, and imported rows that hang on nothing withheld. Drafts, listings in review and
 * listings that must stay out never leave; of a hidden place nothing that says where it is.
 */
type Gate = (alias: string) => string;

/** Migration 0009's partial index says the same: keep both alike. */
export const openService: Gate = (s) =>
  `(${s}.jurisdiction_id = app_jurisdiction() and (${s}.listing_state = 'published'
    or (${s}.listing_state = 'unpublished' and ${s}.published_at is not null)))`;

const hasOpenService = (condition: string) =>
  `exists (select from service os where ${condition} and ${openService("os")})`;

/** Of an organization that must stay out, no row leaves unless one of its listings does. */
const openOrganization: Gate = (o) => `(${o}.jurisdiction_id = app_jurisdiction() and (
  ${hasOpenService(`os.organization_id = ${o}.id`)}
  or (${o}.source <> 'portal' and ${o}.merged_into_id is null and not exists (
    select from service kept where kept.jurisdiction_id = ${o}.jurisdiction_id and kept.organization_id = ${o}.id
      and kept.listing_state = 'do_not_list'))))`;

const organizationOf = (column: string) =>
  `exists (select from organization oo where oo.id = ${column} and ${openOrganization("oo")})`;

const openProgram: Gate = (
  p,
) => `(${p}.jurisdiction_id = app_jurisdiction() and ${organizationOf(`${p}.organization_id`)}
  and (${p}.source <> 'portal' or ${hasOpenService(
    `os.jurisdiction_id = ${p}.jurisdiction_id and os.organization_id = ${p}.organization_id and os.program_id = ${p}.id`,
  )}))`;

const openPlace: Gate = (x) =>
  `(${x}.jurisdiction_id = app_jurisdiction() and ${hasOpenService(`os.id = ${x}.service_id`)})`;

export const openLocation: Gate = (l) => `(${l}.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = ${l}.id and ${openPlace("ox")})
  or (${l}.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = ${l}.id)
    and (${l}.organization_id is null or ${organizationOf(`${l}.organization_id`)}))))`;

/** Hidden itself, or the place of a confidential listing. */
export const hiddenLocation: Gate = (l) => `(${l}.visibility = 'hidden' or exists (
  select from service_at_location hx join service hs on hs.id = hx.service_id
  where hx.location_id = ${l}.id and hs.confidential))`;
/** Its address and point may be told. */
export const toldLocation: Gate = (l) =>
  `(${openLocation(l)} and ${l}.visibility = 'full' and not ${hiddenLocation(l)})`;

const ofJurisdiction: Gate = (t) => `(${t}.jurisdiction_id = app_jurisdiction())`;
const ofPortalToo: Gate = (t) =>
  `(${t}.jurisdiction_id is null or ${t}.jurisdiction_id = app_jurisdiction())`;

/** By parent column, the table it points at. */
type Parents = Readonly<Record<string, string>>;
const shared = { organization_id: "organization", service_id: "service", location_id: "location" };
const placed = { service_id: "service", service_at_location_id: "service_at_location" };

/** Tables whose rows leave with any parent that leaves. A parent that stays is not named. */
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
const ofOneService = ["service_capacity", "cost_option", "required_document", "eligibility_rule"] as const;

/** Whether the row that a column names leaves; aliases are numbered by depth, so that gates may stand inside gates. */
export function parentLeaves(table: string, column: string, depth = 0): string {
  const alias = `p${depth}`;
  return `exists (select from ${table} ${alias} where ${alias}.id = ${column} and ${gateOf(table)(alias, depth + 1)})`;
}

function anyParent(table: string): (alias: string, depth: number) => string {
  const columns = Object.entries(outgoingParents[table] ?? {});
  return (alias, depth) => {
    const some = columns.map(([column, parent]) => `${parentLeaves(parent, `${alias}.${column}`, depth)}`);
    const none = columns.map(([column]) => `${alias}.${column} is null`);
    return `(${alias}.jurisdiction_id = app_jurisdiction() and (${some.join(" or ")}
      or (${alias}.source <> 'portal' and ${none.join(" and ")})))`;
  };
}

/** HSDS has no address without a street, a town, a state, a postal code and a country. */
export const partialAddress: Gate = (a) =>
  `('' in (${a}.address1, ${a}.city, ${a}.state_province, ${a}.postal_code, ${a}.country))`;

type DeepGate = (alias: string, depth: number) => string;
const gates: Readonly<Record<string, DeepGate>> = {
  taxonomy: ofPortalToo,
  taxonomy_term: ofPortalToo,
  organization: openOrganization,
  program: openProgram,
  service: openService,
  location: openLocation,
  service_at_location: openPlace,
  unit: ofJurisdiction,
  meta_table_description: ofJurisdiction,
  organization_identifier: (t) =>
    `(${t}.jurisdiction_id = app_jurisdiction() and ${organizationOf(`${t}.organization_id`)})`,
  address: (t) => `(${toldChild(t)} and not ${partialAddress(t)})`,
  accessibility: toldChild,
  ...Object.fromEntries(ofOneService.map((table) => [table, openPlace])),
  ...Object.fromEntries(
    ["contact", "phone", "schedule", "service_area", "language", "funding", "url"].map((table) => [
      table,
      anyParent(table),
    ]),
  ),
};

function toldChild(t: string): string {
  return `(${t}.jurisdiction_id = app_jurisdiction() and exists (
    select from location tl where tl.id = ${t}.location_id and ${toldLocation("tl")}))`;
}

/** Tables whose rows may hang on a row of any other: the column of the other's table and the one of its id. */
export const linkedTables: Readonly<Record<string, { entity: string; id: string }>> = {
  attribute: { entity: "link_entity", id: "link_id" },
  field_change: { entity: "entity", id: "entity_id" },
};

/** Rows that hang on rows of one table; on a place only when the place is told. One table at a time: planning all takes longer than reading. */
export function linkedGate(table: string, entity: string): Gate {
  const link = linkedTables[table];
  if (!link) throw new Error(`${table} hangs on nothing.`);
  const gate = entity === "location" ? toldLocation("k") : gateOf(entity)("k", 0);
  return (t) => `(${t}.jurisdiction_id = app_jurisdiction() and ${t}.${link.entity} = '${entity}'
    and exists (select from ${entity} k where k.id = ${t}.${link.id} and ${gate}))`;
}

/** Tables of the directory whose rows may leave, but for the linked ones. */
export const outgoingTables = Object.keys(gates);

/** The gate of a table, over its alias. Throws for a table that is none of the directory's. */
export function gateOf(table: string): DeepGate {
  const gate = Object.hasOwn(gates, table) ? gates[table] : undefined;
  if (!gate) throw new Error(`${table} does not leave the directory.`);
  return gate;
}
