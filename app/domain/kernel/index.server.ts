export { announce } from "./outbox.server";
export { recordAudit } from "./audit.server";
export { can, whereFor } from "./policy.server";
