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

/** Lists of children by their name in the parent, all of them naming it in the same column. */
const lists = (by: string, children: Record<string, string>): Branch[] =>
  Object.entries(children).map(([name, object]) => ({ name, object, by }));
const one = (name: string, object: string, column = `${object}_id`): Inner => ({ name, object, column });

/** How HSDS 3.1 nests its objects in JSON, each as its component schema says. */
const nestings: Readonly<Record<string, Nesting>> = {
  organization: {
    one: [],
    lists: lists("organization_id", {
      additional_websites: "url",
      funding: "funding",
      contacts: "contact",
      phones: "phone",
      locations: "location",
      programs: "program",
      organization_identifiers: "organization_identifier",
    }),
  },
  service: {
    one: [one("organization", "organization"), one("program", "program")],
    lists: lists("service_id", {
      additional_urls: "url",
      phones: "phone",
      schedules: "schedule",
      service_areas: "service_area",
      service_at_locations: "service_at_location",
      languages: "language",
      funding: "funding",
      cost_options: "cost_option",
      required_documents: "required_document",
      contacts: "contact",
      capacities: "service_capacity",
      eligibility_rules: "eligibility_rule",
    }),
  },
  service_at_location: {
    one: [one("location", "location")],
    lists: lists("service_at_location_id", {
      service_areas: "service_area",
      contacts: "contact",
      phones: "phone",
      schedules: "schedule",
    }),
  },
  location: {
    one: [],
    lists: lists("location_id", {
      languages: "language",
      addresses: "address",
      contacts: "contact",
      accessibility: "accessibility",
      phones: "phone",
      schedules: "schedule",
    }),
  },
  contact: { one: [], lists: lists("contact_id", { phones: "phone" }) },
  phone: { one: [], lists: lists("phone_id", { languages: "language" }) },
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
