export { announce } from "./outbox.server";
export { recordAudit } from "./audit.server";
export { claimMailEvent } from "./claim-mail-event.server";
export { claimOutboxMessage } from "./claim-outbox-message.server";
export { isSuppressed, suppressAddress } from "./mail-suppression.server";
export { listOutboxMessages } from "./list-outbox-messages.server";
export { can, whereFor } from "./policy.server";
export { readOutboxMessage } from "./read-outbox-message.server";
export { type OutboxOutcome, settleOutboxMessage } from "./settle-outbox-message.server";
