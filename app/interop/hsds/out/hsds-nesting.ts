/** One list of children in the JSON form: under which name, of which object, by which of its columns. */
export interface Branch {
  name: string;
  object: string;
  /** Column of the child that names the parent. */
  by: string;
}
/** One object inside another, named by a column of the outer one. */
export interface Inner {
  name: string;
  object: string;
  column: string;
}
export interface Nesting {
  lists: readonly Branch[];
  one: readonly Inner[];
}

const list = (name: string, object: string, by: string): Branch => ({ name, object, by });
const one = (name: string, object: string, column = `${object}_id`): Inner => ({ name, object, column });

/** How HSDS 3.1 nests its objects in JSON, each as its component schema says. */
export const nestings: Readonly<Record<string, Nesting>> = {
  organization: {
    one: [],
    lists: [
      list("additional_websites", "url", "organization_id"),
      list("funding", "funding", "organization_id"),
      list("contacts", "contact", "organization_id"),
      list("phones", "phone", "organization_id"),
      list("locations", "location", "organization_id"),
      list("programs", "program", "organization_id"),
      list("organization_identifiers", "organization_identifier", "organization_id"),
    ],
  },
  service: {
    one: [one("organization", "organization"), one("program", "program")],
    lists: [
      list("additional_urls", "url", "service_id"),
      list("phones", "phone", "service_id"),
      list("schedules", "schedule", "service_id"),
      list("service_areas", "service_area", "service_id"),
      list("service_at_locations", "service_at_location", "service_id"),
      list("languages", "language", "service_id"),
      list("funding", "funding", "service_id"),
      list("cost_options", "cost_option", "service_id"),
      list("required_documents", "required_document", "service_id"),
      list("contacts", "contact", "service_id"),
      list("capacities", "service_capacity", "service_id"),
      list("eligibility_rules", "eligibility_rule", "service_id"),
    ],
  },
  service_at_location: {
    one: [one("location", "location")],
    lists: [
      list("service_areas", "service_area", "service_at_location_id"),
      list("contacts", "contact", "service_at_location_id"),
      list("phones", "phone", "service_at_location_id"),
      list("schedules", "schedule", "service_at_location_id"),
    ],
  },
  location: {
    one: [],
    lists: [
      list("languages", "language", "location_id"),
      list("addresses", "address", "location_id"),
      list("contacts", "contact", "location_id"),
      list("accessibility", "accessibility", "location_id"),
      list("phones", "phone", "location_id"),
      list("schedules", "schedule", "location_id"),
    ],
  },
  contact: { one: [], lists: [list("phones", "phone", "contact_id")] },
  phone: { one: [], lists: [list("languages", "language", "phone_id")] },
  service_capacity: { one: [one("unit", "unit")], lists: [] },
  attribute: { one: [one("taxonomy_term", "taxonomy_term")], lists: [] },
  taxonomy_term: { one: [one("taxonomy_detail", "taxonomy", "taxonomy_id")], lists: [] },
};

const bare: Nesting = { one: [], lists: [] };
export const nestingOf = (object: string): Nesting => nestings[object] ?? bare;

/** Objects that carry neither attributes nor, for metadata itself, a history. */
const withoutAttributes = new Set(["metadata", "attribute", "taxonomy", "taxonomy_term"]);
export const hasAttributes = (object: string): boolean => !withoutAttributes.has(object);
export const hasMetadata = (object: string): boolean => object !== "metadata";
