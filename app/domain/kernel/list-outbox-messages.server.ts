import type { Ctx } from "./context";
import { whereFor } from "./policy.server";

export type OutboxRow = {
  id: string;
  template: string;
  status: string;
  attempts: number;
  subject: string | null;
  readable: boolean;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** The jurisdiction's mails, the latest first; at most 200. */
export async function listOutboxMessages(ctx: Ctx): Promise<OutboxRow[]> {
  const rows = await ctx.tx.outboxMessage.findMany({
    where: whereFor(ctx, "list", "OutboxMessage"),
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  return rows.map(({ id, template, status, attempts, subject, html, lastError, createdAt, sentAt }) => ({
    id,
    template,
    status,
    attempts,
    subject,
    readable: html !== null,
    lastError,
    createdAt,
    sentAt,
  }));
}
