/**
 * Tables that an import writes, in dependency order, with the columns it sets and their SQL types.
 * `byHash`: a row whose source has not changed is left alone, whatever the portal has done with it since.
 * `once`: set when the row is made, never again.
 */
interface SourceTable {
  columns: Readonly<Record<string, string>>;
  once?: readonly string[];
  byHash?: true;
}
const own = { id: "uuid", jurisdiction_id: "uuid", source: "text", source_id: "text" };

export const sourceTables = {
  organization: {
    columns: {
      ...own,
      name: "text",
      alternate_name: "text",
      description: "text",
      email: "text",
      website: "text",
      tax_id: "text",
      legal_status: "text",
      import_hash: "text",
      created_at: "timestamptz",
      last_modified: "timestamptz",
    },
    once: ["created_at"],
    byHash: true,
  },
  location: {
    columns: {
      ...own,
      organization_id: "uuid",
      location_type: "text",
      name: "text",
      alternate_name: "text",
      description: "text",
      transportation: "text",
      latitude: "float8",
      longitude: "float8",
      approximate: "boolean",
      visibility: "address_visibility",
      visibility_reason: "text",
      import_hash: "text",
    },
    byHash: true,
  },
  service: {
    columns: {
      ...own,
      organization_id: "uuid",
      slug: "text",
      name: "text",
      alternate_name: "text",
      description: "text",
      url: "text",
      email: "text",
      status: "service_status",
      listing_state: "listing_state",
      published_at: "timestamptz",
      interpretation_services: "text",
      application_process: "text",
      fees_description: "text",
      is_free: "boolean",
      eligibility_description: "text",
      need_codes: "text[]",
      staff_languages: "text[]",
      delivery_modes: "text[]",
      interpreter_languages: "text[]",
      times_of_day: "text[]",
      protective_factors: "text[]",
      transport_offered: "text[]",
      confidential: "boolean",
      import_hash: "text",
      created_at: "timestamptz",
      last_modified: "timestamptz",
    },
    once: [
      "slug",
      "listing_state",
      "published_at",
      "created_at",
      "interpreter_languages",
      "times_of_day",
      "protective_factors",
      "transport_offered",
    ],
    byHash: true,
  },
  service_at_location: { columns: { ...own, service_id: "uuid", location_id: "uuid" } },
  address: {
    columns: {
      ...own,
      location_id: "uuid",
      attention: "text",
      address1: "text",
      address2: "text",
      city: "text",
      state_province: "text",
      postal_code: "text",
      country: "text",
      address_type: "text",
    },
  },
  contact: {
    columns: {
      ...own,
      organization_id: "uuid",
      service_id: "uuid",
      location_id: "uuid",
      name: "text",
      title: "text",
      department: "text",
      email: "text",
    },
  },
  phone: {
    columns: {
      ...own,
      organization_id: "uuid",
      service_id: "uuid",
      location_id: "uuid",
      contact_id: "uuid",
      number: "text",
      extension: "integer",
      type: "text",
      description: "text",
    },
  },
  taxonomy: { columns: { id: "uuid", name: "text", description: "text", source: "text" } },
  taxonomy_term: {
    columns: {
      id: "uuid",
      taxonomy_id: "uuid",
      code: "text",
      name: "text",
      description: "text",
      parent_id: "uuid",
      facet: "text",
    },
  },
  attribute: {
    columns: {
      id: "uuid",
      jurisdiction_id: "uuid",
      link_entity: "text",
      link_id: "uuid",
      taxonomy_term_id: "uuid",
      link_type: "text",
    },
  },
} as const satisfies Record<string, SourceTable>;

export type SourceTableName = keyof typeof sourceTables;
/** A row as the table's columns name them; a column left out is null. */
export type SourceRow = { id: string } & Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

export function sourceTable(name: SourceTableName): SourceTable {
  return sourceTables[name];
}
