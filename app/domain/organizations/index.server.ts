export { createOrganization } from "./create-organization.server";
export { readJurisdiction } from "./read-jurisdiction.server";
