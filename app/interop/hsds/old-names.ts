import { dayNamed } from "./read-days";

/** A file that fills a table of HSDS 3 under a name of its own: HSDS 1 and 2, Ohana. */
export interface OldFile {
  table: string;
  /** Columns by the name that HSDS 3 has for them. */
  columns?: Readonly<Record<string, string>>;
  /** What the file says by its name alone. */
  fixed?: Readonly<Record<string, string>>;
  /** In front of its ids, where they stand beside another file's of the same table. */
  prefix?: string;
}

const categories: OldFile = {
  table: "attribute",
  columns: { service_id: "link_id", taxonomy_id: "taxonomy_term_id", taxonomy_detail: "value" },
  fixed: { link_entity: "service", link_type: "category" },
  prefix: "taxonomy:",
};
const regular: OldFile = { table: "schedule", fixed: { kind: "regular" } };
const holiday: OldFile = { table: "schedule", fixed: { kind: "exception" }, prefix: "holiday:" };
const postal: OldFile = { table: "address", fixed: { address_type: "postal" }, prefix: "postal:" };
const physical: OldFile = { table: "address", fixed: { address_type: "physical" } };
const site: OldFile = { table: "service_at_location" };
const access: OldFile = { table: "accessibility", columns: { accessibility: "description" } };

/** By the file's name without its ending. */
export const oldFiles: Readonly<Record<string, OldFile>> = {
  services_at_location: site,
  services_at_locations: site,
  service_location: site,
  service_locations: site,
  regular_schedule: regular,
  regular_schedules: regular,
  holiday_schedule: holiday,
  holiday_schedules: holiday,
  physical_address: physical,
  physical_addresses: physical,
  postal_address: postal,
  postal_addresses: postal,
  mail_address: postal,
  mail_addresses: postal,
  accessibility_for_disabilities: access,
  accessibilities: access,
  services_taxonomy: categories,
  service_taxonomy: categories,
  services_taxonomies: categories,
  service_taxonomies: categories,
  service_attribute: categories,
  service_attributes: categories,
  other_attribute: { table: "attribute", columns: { link_type: "link_entity" }, prefix: "other:" },
  other_attributes: { table: "attribute", columns: { link_type: "link_entity" }, prefix: "other:" },
};

/** Files whose one text belongs to the service itself; HSDS 3 has no table for it. */
export const eligibilityFiles: ReadonlySet<string> = new Set(["eligibility", "eligibilities"]);

/** Columns by table, where the name of HSDS 3 is not there itself; an empty name is passed over without a word. */
export const oldColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  organization: { url: "website" },
  service: { eligibility: "eligibility_description", website: "url" },
  phone: { department: "description", number_type: "type" },
  language: { language: "name" },
  service_area: { service_area: "name" },
  accessibility: { accessibility: "description" },
  schedule: { weekday: "byday", start_date: "valid_from", end_date: "valid_to" },
  taxonomy_term: { vocabulary: "taxonomy" },
};

/** In HSDS 1 and 2 the taxonomy is the list of its terms. */
export const isTermHeader = (header: readonly string[]): boolean =>
  ["vocabulary", "parent_id", "parent_name", "taxonomy_id"].some((name) => header.includes(name));

/** A cell of an older column as HSDS 3 has it: a weekday may be a number, from Monday on. */
export const readOldCell = (column: string, cell: string): string =>
  column === "weekday" ? (dayNamed(cell.trim()) ?? cell) : cell;
