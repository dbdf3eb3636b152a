import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { earlier } from "../../kernel/durations";
import { readSettings } from "../../organizations/index.server";
import { closedStatuses, type ReferralStatus } from "../states/referral-status";

export type ClosedReferral = {
  id: string;
  version: number;
  familyName: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  organizationName: string;
  status: ReferralStatus;
  reasonCode: string | null;
  closedAt: Date;
};
const closedPageSize = 25;
const schema = z.object({ page: z.number().int().min(1).max(100_000).default(1) });
/** A mistake stays out of all counts; a family that takes part has nothing to reopen. */
const settled: readonly ReferralStatus[] = ["entered_in_error", "connected"];

/**
 * What ended in the last days in which it may be reopened, newest first, 25 a page: for a supervisor. Left out: what
 * was a mistake, who takes part, and what a sealed organization ended, which its senders are not to know.
 */
export async function listRecentlyClosed(
  ctx: Ctx,
  input: z.input<typeof schema> = {},
): Promise<{ rows: ClosedReferral[]; total: number }> {
  const { page } = parseInput(schema, input);
  const reach = whereFor(ctx, "reopen", "ServiceReferral");
  const { settings } = await readSettings(ctx);
  const since = earlier(ctx.clock.now(), { days: settings.clocks.reopenCalendarDays });
  const status = { in: closedStatuses.filter((one) => !settled.includes(one)) };
  const receivingOrganization = { victimServiceProvider: false, part2Program: false };
  const where = { AND: [reach, { status, closedAt: { gte: since }, receivingOrganization }] };
  const found = await ctx.tx.serviceReferral.findMany({
    where,
    include: {
      household: { select: { caregiverName: true } },
      service: { select: { name: true, familyText: true } },
      receivingOrganization: { select: { name: true } },
    },
    orderBy: [{ closedAt: "desc" }, { id: "asc" }],
    skip: (page - 1) * closedPageSize,
    take: closedPageSize,
  });
  const fields = ["closed"];
  await recordAudit(ctx, { event: "referral.list_read", entity: "ServiceReferral", entityId: null, fields });
  const rows = found.map((row) => ({
    id: row.id,
    version: row.version,
    familyName: row.household.caregiverName,
    serviceName: row.service.name,
    serviceText: row.service.familyText,
    organizationName: row.receivingOrganization.name,
    status: row.status,
    reasonCode: row.reasonCode,
    closedAt: row.closedAt ?? since,
  }));
  return { rows, total: await ctx.tx.serviceReferral.count({ where }) };
}
