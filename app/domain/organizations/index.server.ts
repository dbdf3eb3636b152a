export { createOrganization } from "./create-organization.server";
export { readJurisdiction } from "./read-jurisdiction.server";
export { readSettings } from "./read-settings.server";
export { resolveMailRecipients } from "./resolve-mail-recipients.server";
