/**
 * What a source says of an organization that is, or may be, a victim service: of a row that is held, only these columns leave, and of a
 * table that is not here no row. Codes and numbers, a name with what names the place left out (told-words.ts), a phone's number, hours.
 * Words of any kind stay, whatever the column: who reads them knows a street in any form, a rule does not. What its own people
 * write, or confirm by checking the listing, is no source's word any more.
 */
export const heldTells: Readonly<Record<string, readonly string[]>> = {
  organization: ["id", "name", "description"],
  service: [
    ...["id", "organization_id", "name", "status", "minimum_age", "maximum_age", "source_assured_on"],
    ...["last_modified", "need_codes", "staff_languages", "interpreter_languages", "delivery_modes"],
    ...["times_of_day", "is_free", "child_age_min_months", "child_age_max_months", "accepts_screened_out"],
    ...["accepts_court_ordered", "accepts_self_referral", "accepts_referrals", "needs_signed_release"],
    ...["dv_safe_intake", "separate_intake_for_fathers", "no_id_accepted", "planned_sessions"],
    ...["planned_weeks", "planned_minutes", "transport_offered", "childcare_on_site", "confidential"],
    ...["capacity_status", "capacity_source", "capacity_as_of", "capacity_available", "waitlist_days"],
    "waitlist_length",
  ],
  location: [
    "id",
    "location_type",
    "organization_id",
    "visibility",
    "tells_while_hidden",
    "approximate",
    "town",
  ],
  service_at_location: ["id", "service_id", "location_id"],
  phone: [
    ...["id", "location_id", "service_id", "organization_id", "contact_id", "service_at_location_id"],
    ...["number", "extension", "type"],
  ],
  schedule: [
    ...["id", "service_id", "location_id", "service_at_location_id", "valid_from", "valid_to", "dtstart"],
    ...["until", "count", "wkst", "freq", "interval", "byday", "opens_at", "closes_at", "kind", "closed"],
  ],
  service_area: ["id", "service_id", "service_at_location_id", "extent", "extent_type"],
  service_capacity: [
    ...["id", "service_id", "unit_id", "available", "maximum", "updated", "age_min_months"],
    ...["age_max_months", "language"],
  ],
  unit: ["id", "name"],
  language: ["id", "service_id", "location_id", "phone_id", "code"],
  eligibility_rule: ["id", "service_id", "kind", "codes", "minimum", "maximum"],
  attribute: ["id", "link_id", "taxonomy_term_id", "link_entity"],
};

const codes = (column: string) =>
  `array(select code from unnest(t.${column}) as code where code ~ '^[a-z][a-z_-]{1,40}$')`;
const fits = (column: string, pattern: string) => `case when t.${column} ~ '${pattern}' then t.${column} end`;

/** Of columns that hold a code or a number, what of a held row is one: a source writes anything anywhere. SQL over the alias `t`. */
export const heldValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  service: Object.fromEntries(
    ["need_codes", "staff_languages", "interpreter_languages", "delivery_modes", "times_of_day"].map(
      (column) => [column, codes(column)],
    ),
  ),
  phone: {
    number: "coalesce(substring(t.number from '^[0-9+() .-]{7,20}'), '')",
    type: fits("type", "^[a-z_]{1,12}$"),
  },
  language: { code: fits("code", "^[a-z]{2,3}(-[A-Za-z]{2,4})?$") },
  unit: { name: "'unit'" },
  service_area: { extent_type: fits("extent_type", "^[a-z]{1,12}$") },
};

/** How a row says whose it is, in the order of `is_held`: SQL over its alias, by one step or more. */
type Asked = (alias: string) => string;
type Whose = Readonly<Partial<Record<"organization" | "service" | "location" | "site", Asked>>>;
const column =
  (name: string): Asked =>
  (alias) =>
    `${alias}.${name}`;
const [organization, service, location] = [
  column("organization_id"),
  column("service_id"),
  column("location_id"),
];
const site = column("service_at_location_id");

const columnOf = {
  organization: "organization_id",
  service: "service_id",
  location: "location_id",
  site: "service_at_location_id",
};
type Kind = keyof typeof columnOf;
const kinds = ["organization", "service", "location", "site"] as const;
/** A phone's own, else its contact's. */
const byContact = (kind: Kind): Asked => {
  const name = columnOf[kind];
  return (alias) =>
    `coalesce(${alias}.${name}, (select hc.${name} from contact hc where hc.id = ${alias}.contact_id))`;
};
/** Of a phone, or of its contact. */
const byPhone = (kind: Kind): Asked => {
  const name = columnOf[kind];
  const own = kind === "service" || kind === "location" ? [name] : [];
  return (alias) =>
    `coalesce(${[...own.map((one) => `${alias}.${one}`), ""].join(", ")}(select ${byContact(kind)("hp")} from phone hp where hp.id = ${alias}.phone_id))`;
};
const byEach = (by: (kind: Kind) => Asked): Whose =>
  Object.fromEntries(kinds.map((kind) => [kind, by(kind)]));

const whose: Readonly<Record<string, Whose>> = {
  organization: { organization: column("id") },
  organization_identifier: { organization },
  program: { organization },
  service: { organization, service: column("id") },
  location: { organization, location: column("id") },
  service_at_location: { service, location },
  address: { location },
  accessibility: { location },
  contact: { organization, service, location, site },
  phone: byEach(byContact),
  schedule: { service, location, site },
  service_area: { service, site },
  language: byEach(byPhone),
  ...Object.fromEntries(
    ["service_capacity", "cost_option", "required_document", "eligibility_rule"].map((table) => [
      table,
      { service },
    ]),
  ),
  unit: {
    service: (alias) =>
      `(select hk.service_id from service_capacity hk where hk.unit_id = ${alias}.id order by hk.id limit 1)`,
  },
  funding: { organization, service },
  url: { organization, service },
};

/** SQL over the alias of a table's row: is_held, whoever wrote it. "false" where a row is nobody's. */
export function isHeld(table: string, alias: string): string {
  const of = Object.hasOwn(whose, table) ? whose[table] : undefined;
  if (!of) return "false";
  const asked = kinds.map((one) => of[one]?.(alias) ?? "null");
  return `is_held(${asked.join(", ")})`;
}

/** SQL over the alias of a table's row: a source's row that is held. */
export const heldRow = (table: string, alias: string): string =>
  isHeld(table, alias) === "false" ? "false" : `(${alias}.source <> 'portal' and ${isHeld(table, alias)})`;
