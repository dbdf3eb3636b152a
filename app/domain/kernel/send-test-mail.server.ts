import type { StaffActor } from "./actor";
import type { Ctx } from "./context";
import { recordAudit } from "./audit.server";
import { announce } from "./outbox.server";
import { whereFor } from "./policy.server";

export const testMail = "test-mail";

/** Announces a mail to the actor's own address, to see whether mails leave; audited. Answers the outbox row's id. */
export async function sendTestMail(ctx: Ctx<StaffActor>): Promise<string> {
  whereFor(ctx, "test", "OutboxMessage");
  const id = await announce(ctx, { template: testMail, toUserId: ctx.actor.userId });
  await recordAudit(ctx, { event: "outbox_message.test_sent", entity: "OutboxMessage", entityId: id });
  return id;
}
