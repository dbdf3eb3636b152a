/** Files of the older Ohana / HSDS 1.x form and the columns that an import reads. `needed` files must be there. */
export const ohanaFiles = {
  taxonomy: { needed: false, columns: ["id", "name", "taxonomy_id", "parent_id", "type"] },
  organizations: {
    needed: true,
    columns: ["id", "name", "alternate_name", "description", "email", "website", "tax_id", "legal_status"],
  },
  locations: {
    needed: true,
    columns: [
      "id",
      "organization_id",
      "name",
      "alternate_name",
      "description",
      "latitude",
      "longitude",
      "languages",
      "transportation",
      "virtual",
    ],
  },
  services: {
    needed: true,
    columns: [
      "id",
      "location_id",
      "name",
      "alternate_name",
      "description",
      "eligibility",
      "email",
      "fees",
      "application_process",
      "languages",
      "status",
      "website",
    ],
  },
  addresses: {
    needed: false,
    columns: [
      "id",
      "location_id",
      "address_1",
      "address_2",
      "city",
      "state_province",
      "postal_code",
      "country",
    ],
  },
  mail_addresses: {
    needed: false,
    columns: [
      "id",
      "location_id",
      "attention",
      "address_1",
      "address_2",
      "city",
      "state_province",
      "postal_code",
      "country",
    ],
  },
  contacts: {
    needed: false,
    columns: ["id", "location_id", "organization_id", "service_id", "name", "title", "email", "department"],
  },
  phones: {
    needed: false,
    columns: [
      "id",
      "contact_id",
      "location_id",
      "organization_id",
      "service_id",
      "number",
      "extension",
      "department",
      "number_type",
    ],
  },
} as const;
/** Columns that a file may have besides, and that are read where it does. */
const more: Partial<Record<keyof typeof ohanaFiles, readonly string[]>> = {
  // Said again by `parent_id`, and of the form's own search.
  taxonomy: ["bom", "parent_name", "filter", "filter_parent", "filter_priority"],
  organizations: ["tax_status", "date_incorporated"],
  locations: ["website"],
  services: [
    "program_id",
    "wait_time",
    "accreditations",
    "licenses",
    "interpretation_services",
    "taxonomy_ids",
  ],
};
/** Columns that are needed though nothing here holds what they say. */
const unread: Partial<Record<keyof typeof ohanaFiles, readonly string[]>> = { locations: ["languages"] };

/** Columns of a file that are read; what stands in others is passed over, and told. */
export const readColumns = Object.fromEntries(
  Object.entries(ohanaFiles).map(([name, { columns }]) => {
    const file = name as keyof typeof ohanaFiles;
    return [name, [...columns, ...(more[file] ?? [])].filter((one) => !unread[file]?.includes(one))];
  }),
) as Record<keyof typeof ohanaFiles, string[]>;
export type OhanaFile = keyof typeof ohanaFiles;
export type OhanaRow = Readonly<Record<string, string>>;
