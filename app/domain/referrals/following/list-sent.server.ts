import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listSentSchema, type SentShow } from "../reading/list-inbox.schema";
import type { StatusMask } from "../reading/referral-views";
import { shownNext } from "../reading/shown-next";
import { openStatuses, type ReferralStatus } from "../states/referral-status";
import { sealingOf } from "./masked-status";

/** One referral that was sent, as its sender may know it. */
export type SentRow = {
  id: string;
  number: string;
  familyName: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  organizationName: string;
  status: ReferralStatus;
  masked: StatusMask | null;
  sentAt: Date | null;
  createdAt: Date;
};

const columns = {
  household: { select: { caregiverName: true } },
  service: { select: { name: true, familyText: true } },
  receivingOrganization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
} satisfies Prisma.ServiceReferralInclude;

const sealed: Prisma.ServiceReferralWhereInput = {
  receivingOrganization: { OR: [{ victimServiceProvider: true }, { part2Program: true }] },
};

/** Sealed ones stand under a heading of their own: which of the others holds one would tell its status. */
function shows(show: SentShow): Prisma.ServiceReferralWhereInput {
  if (show === "all") return {};
  if (show === "sealed") return sealed;
  const open = { in: [...openStatuses] };
  const status = {
    open,
    "taking-part": "connected" as const,
    ended: { notIn: [...openStatuses, "connected" as const] },
  };
  return { NOT: sealed, status: status[show] };
}

const sentPageSize = 25;

/**
 * Everything that the actor sent (a supervisor: its whole line), also what ended and what has become of it, the latest first.
 * 25 rows a page. That names were listed is in the audit.
 */
export async function listSent(
  ctx: Ctx,
  input: z.input<typeof listSentSchema>,
): Promise<{ rows: SentRow[]; total: number }> {
  const { show, page } = parseInput(listSentSchema, input);
  const reach = whereFor(ctx, "answer", "ServiceReferral");
  const where = { AND: [reach, { status: { not: "draft" as const } }, shows(show)] };
  const rows = await ctx.tx.serviceReferral.findMany({
    where,
    include: columns,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * sentPageSize,
    take: sentPageSize,
  });
  const total = await ctx.tx.serviceReferral.count({ where });
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [show],
  });
  const now = ctx.clock.now();
  const shown = rows.map((row) => {
    const { status, masked } = shownNext(row, sealingOf(row.receivingOrganization), now);
    const { id, number, sentAt, createdAt } = row;
    return {
      id,
      number,
      familyName: row.household.caregiverName,
      serviceName: row.service.name,
      serviceText: row.service.familyText,
      organizationName: row.receivingOrganization.name,
      status,
      masked,
      sentAt,
      createdAt,
    };
  });
  return { rows: shown, total };
}
