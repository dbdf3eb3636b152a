import * as core from "./hsds-core-tables";
import * as detail from "./hsds-detail-tables";
import type { HsdsTable } from "./hsds-field";

/**
 * The tables of HSDS 3.1.1 beside ours, in dependency order: what an import writes, an export and the API read.
 * `own` marks what our profile adds; everything else is the specification's, in the specification's order.
 */
export const hsdsTables: readonly HsdsTable[] = [
  detail.taxonomy,
  detail.taxonomyTerm,
  core.organization,
  detail.organizationIdentifier,
  core.program,
  core.service,
  core.location,
  core.serviceAtLocation,
  core.address,
  core.contact,
  core.phone,
  detail.schedule,
  detail.serviceArea,
  detail.unit,
  detail.serviceCapacity,
  detail.costOption,
  detail.requiredDocument,
  detail.language,
  detail.accessibility,
  detail.funding,
  detail.url,
  detail.eligibilityRule,
  detail.attribute,
  detail.metadata,
  detail.metaTableDescription,
];
