import { randomUUID } from "node:crypto";
import type { StaffActor } from "../../../app/domain/kernel/actor";
import type { Ctx } from "../../../app/domain/kernel/context";
import * as kernel from "../../../app/domain/kernel/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

const inside = "writes or asks inside an operation's transaction";
const worker = "the mail worker's; it refuses everybody but the system";

export default defineRows<{ outboxId: string }>({
  arrange: async (place, owner) => {
    const outboxId = randomUUID();
    await insertRow(owner, "outbox_message", {
      id: outboxId,
      jurisdiction_id: place.jurisdictionId,
      template: "referral-sent",
      created_at: new Date(),
    });
    return { outboxId };
  },
  rows: {
    announce: { inside },
    recordAudit: { inside },
    can: { free: "asked by pages for what to offer; it reads no row" },
    whereFor: { inside },
    claimMailEvent: { inside: worker },
    claimOutboxMessage: { inside: worker },
    isSuppressed: { inside: worker },
    lockJurisdiction: { inside },
    settleOutboxMessage: { inside: worker },
    markReached: { inside: worker },
    wasReached: { inside: worker },
    suppressAddress: { inside: worker },
    listOutboxMessages: {
      may: { jurisdiction_admin: "jurisdiction" },
      call: (ctx) => kernel.listOutboxMessages(ctx),
      sees: (rows: Awaited<ReturnType<typeof kernel.listOutboxMessages>>) => rows.map(({ id }) => id),
      row: ({ outboxId }) => outboxId,
    },
    readMailState: {
      may: { jurisdiction_admin: "jurisdiction" },
      untargeted: true,
      call: (ctx) => kernel.readMailState(ctx as Ctx<StaffActor>),
    },
    sendTestMail: {
      may: { jurisdiction_admin: "jurisdiction" },
      untargeted: true,
      call: (ctx) => kernel.sendTestMail(ctx as Ctx<StaffActor>),
    },
    readOutboxMessage: {
      may: { jurisdiction_admin: "jurisdiction" },
      call: (ctx, { outboxId }) => kernel.readOutboxMessage(ctx, { outboxId }),
    },
  },
});
