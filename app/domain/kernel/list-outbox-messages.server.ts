import type { Ctx } from "./context";
import { type MailAddressee, readAddressees } from "./mail-addressees.server";
import { readableMails } from "./readable-mails.server";

export type OutboxRow = {
  id: string;
  template: string;
  status: string;
  attempts: number;
  subject: string | null;
  to: MailAddressee;
  /** Kept in the portal: it left for nobody. */
  kept: boolean;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** The jurisdiction's mails, the latest first; at most 200. */
export async function listOutboxMessages(ctx: Ctx): Promise<OutboxRow[]> {
  const rows = await ctx.tx.outboxMessage.findMany({
    where: await readableMails(ctx, "list"),
    orderBy: { createdAt: "desc" },
    take: 200,
  });
  const addressee = await readAddressees(ctx, rows);
  return rows.map((row) => {
    const { id, template, status, attempts, subject, html, lastError, createdAt, sentAt } = row;
    const to = addressee(row).masked;
    const kept = html !== null;
    return { id, template, status, attempts, subject, to, kept, lastError, createdAt, sentAt };
  });
}
