import type { StaffActor } from "./actor";
import type { Ctx } from "./context";
import { isServiceFault } from "./mail-fault";
import { maskAddress } from "./mask-address";
import { readableMails } from "./readable-mails.server";
import { testMail } from "./send-test-mail.server";

type Tried = { status: string; lastError: string | null; createdAt: Date };
export type MailState = {
  /** Where a test mail goes: the actor's own address, masked. */
  own: string;
  /** The actor's latest test mail. */
  test: (Tried & { kept: boolean }) | null;
  /** The latest mail that the mail service did not take, while none has left since. */
  failing: Tried | null;
};

const looked = 20;

/** Whether mails leave: the actor's own test, and what the mail service said last. */
export async function readMailState(ctx: Ctx<StaffActor>): Promise<MailState> {
  const reach = await readableMails(ctx, "test");
  const { email } = await ctx.tx.user.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { email: true },
  });
  const test = await ctx.tx.outboxMessage.findFirst({
    where: { AND: [reach, { template: testMail, toUserId: ctx.actor.userId }] },
    orderBy: { createdAt: "desc" },
  });
  const last = await ctx.tx.outboxMessage.findFirst({
    where: { AND: [reach, { status: "sent", html: null, sentAt: { not: null } }] },
    orderBy: { sentAt: "desc" },
  });
  const since = last?.sentAt ? { createdAt: { gt: last.sentAt } } : {};
  const failed = await ctx.tx.outboxMessage.findMany({
    where: {
      AND: [reach, since, { status: { in: ["pending", "sending", "failed"] }, lastError: { not: null } }],
    },
    orderBy: { createdAt: "desc" },
    take: looked,
  });
  const failing = failed.find(({ lastError }) => isServiceFault(lastError)) ?? null;
  return {
    own: maskAddress(email),
    test: test && { ...triedOf(test), kept: test.html !== null },
    failing: failing && triedOf(failing),
  };
}

const triedOf = ({ status, lastError, createdAt }: Tried): Tried => ({ status, lastError, createdAt });
