import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { consentInForce } from "../family/consent-in-force";
import { countInbox } from "./count-inbox.server";
import { inboxMost, inboxOrder, inboxWhere } from "./inbox-where.server";
import { listInboxSchema } from "./list-inbox.schema";
import { readSnapshot } from "../sending/read-snapshot";
import { type InboxStage, inboxStages } from "../states/referral-status";
import type { Inbox, InboxRow } from "./referral-views";
import { shownNext } from "./shown-next";

const columns = {
  service: { select: { name: true, familyText: true } },
  consent: { select: { status: true, expiresAt: true } },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof columns }>;

function shown(row: Row, now: Date): InboxRow {
  const family = consentInForce(row.consent, now) ? readSnapshot(row.snapshot) : null;
  return {
    ...shownNext(row, null, now),
    id: row.id,
    number: row.number,
    version: row.version,
    familyName: family?.caregiverName ?? null,
    serviceId: row.serviceId,
    serviceName: row.service.name,
    serviceText: row.service.familyText,
    needCodes: family ? row.needCodes : [],
    language: family?.language ?? "en",
    childAgesMonths: family?.childAgesMonths ?? [],
    postalCode: family?.postalCode ?? null,
    urgent: row.urgent,
    sentAt: row.sentAt,
    remindAt: row.remindAt,
    assignedUserId: row.assignedUserId,
    contactChanged: family !== null && row.contactChangedAt !== null,
  };
}

/**
 * A provider's referrals of one stage, the soonest due first (finished: the latest closed first), with the count of
 * every stage. At most 200 rows. That names were listed is in the audit.
 */
export async function listInbox(ctx: Ctx, input: z.input<typeof listInboxSchema>): Promise<Inbox> {
  const { stage } = parseInput(listInboxSchema, input);
  const rows = await ctx.tx.serviceReferral.findMany({
    where: inboxWhere(ctx, stage),
    include: columns,
    orderBy: inboxOrder(stage),
    take: inboxMost,
  });
  const counts = {} as Record<InboxStage, number>;
  for (const each of inboxStages) counts[each] = await countInbox(ctx, { stage: each });
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [stage],
  });
  const now = ctx.clock.now();
  return { stage, counts, rows: rows.map((row) => shown(row, now)) };
}
