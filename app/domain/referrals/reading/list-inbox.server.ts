import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { consentInForce } from "../family/consent-in-force";
import { listInboxSchema } from "./list-inbox.schema";
import { readSnapshot } from "../sending/read-snapshot";
import { type InboxStage, inboxStages, stageStatuses } from "../states/referral-status";
import type { Inbox, InboxRow } from "./referral-views";
import { shownNext } from "./shown-next";

const takingPart: Prisma.ServiceReferralWhereInput = {
  status: "connected",
  enrollments: { some: { status: { in: ["pending_start", "active", "paused"] } } },
};

function inStage(stage: InboxStage): Prisma.ServiceReferralWhereInput {
  if (stage === "taking-part") return takingPart;
  const status = { in: [...stageStatuses[stage]] };
  return stage === "finished" ? { status, NOT: takingPart } : { status };
}

const columns = {
  service: { select: { name: true } },
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
    needCodes: family ? row.needCodes : [],
    language: family?.language ?? "en",
    childAgesMonths: family?.childAgesMonths ?? [],
    postalCode: family?.postalCode ?? null,
    urgent: row.urgent,
    sentAt: row.sentAt,
    remindAt: row.remindAt,
    assignedUserId: row.assignedUserId,
  };
}

/**
 * A provider's referrals of one stage, the soonest due first (finished: the latest closed first), with the count of
 * every stage. At most 200 rows. That names were listed is in the audit.
 */
export async function listInbox(ctx: Ctx, input: z.input<typeof listInboxSchema>): Promise<Inbox> {
  const { stage } = parseInput(listInboxSchema, input);
  const reach = whereFor(ctx, "open", "ServiceReferral");
  const rows = await ctx.tx.serviceReferral.findMany({
    where: { AND: [reach, inStage(stage), { status: { not: "entered_in_error" } }] },
    include: columns,
    orderBy: stage === "finished" ? [{ closedAt: "desc" }, { id: "asc" }] : [{ dueAt: "asc" }, { id: "asc" }],
    take: 200,
  });
  const counts = {} as Record<InboxStage, number>;
  for (const each of inboxStages) {
    const where = { AND: [reach, inStage(each), { status: { not: "entered_in_error" as const } }] };
    counts[each] = await ctx.tx.serviceReferral.count({ where });
  }
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [stage],
  });
  const now = ctx.clock.now();
  return { stage, counts, rows: rows.map((row) => shown(row, now)) };
}
