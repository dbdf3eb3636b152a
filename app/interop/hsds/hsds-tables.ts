import {
  organization,
  program,
  service,
  location,
  serviceAtLocation,
  address,
  contact,
  phone,
} from "./hsds-core-tables";
import {
  schedule,
  serviceArea,
  unit,
  serviceCapacity,
  costOption,
  requiredDocument,
  language,
  accessibility,
  funding,
  organizationIdentifier,
  url,
  taxonomy,
  taxonomyTerm,
  attribute,
  metaTableDescription,
  metadata,
  eligibilityRule,
} from "./hsds-detail-tables";
import type { HsdsTable } from "./hsds-field";

/**
 * The tables of HSDS 3.1.1 beside ours, in dependency order: what an import writes, an export and the API read.
 * `own` marks what our profile adds; everything else is the specification's, in the specification's order.
 */
export const hsdsTables: readonly HsdsTable[] = [
  taxonomy,
  taxonomyTerm,
  organization,
  organizationIdentifier,
  program,
  service,
  location,
  serviceAtLocation,
  address,
  contact,
  phone,
  schedule,
  serviceArea,
  unit,
  serviceCapacity,
  costOption,
  requiredDocument,
  language,
  accessibility,
  funding,
  url,
  eligibilityRule,
  attribute,
  metadata,
  metaTableDescription,
];
