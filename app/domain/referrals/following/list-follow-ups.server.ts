import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { followUpsWhere, lateOrNobodys } from "./follow-ups-where.server";
import { listFollowUpsSchema } from "../reading/list-inbox.schema";
import { sealingOf } from "./masked-status";
import type { FollowUpRow } from "../reading/referral-views";
import { shownNext } from "../reading/shown-next";
import { withdrawalAsked, withdrawalEvents } from "./withdrawal-asked";

const related = {
  household: { select: { caregiverName: true } },
  service: { select: { name: true, phones: { select: { number: true }, take: 1, orderBy: { id: "asc" } } } },
  receivingOrganization: {
    select: {
      name: true,
      victimServiceProvider: true,
      part2Program: true,
      phones: { select: { number: true }, take: 1, orderBy: { id: "asc" } },
    },
  },
  events: {
    where: { OR: [{ sequence: 1 }, { event: { in: withdrawalEvents } }] },
    orderBy: { sequence: "asc" },
    select: { actorName: true, event: true },
  },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;

function shown(row: Row, now: Date): FollowUpRow {
  const { id, number, version, householdId, serviceId, kind, sentAt, createdAt } = row;
  const next = shownNext(row, sealingOf(row.receivingOrganization), now);
  return {
    ...next,
    id,
    number,
    version,
    householdId,
    serviceId,
    kind,
    sentAt,
    createdAt,
    familyName: row.household.caregiverName,
    serviceName: row.service.name,
    organizationName: row.receivingOrganization.name,
    organizationPhone: row.service.phones[0]?.number ?? row.receivingOrganization.phones[0]?.number ?? null,
    senderUserId: row.senderUserId,
    senderName: row.events[0]?.actorName ?? null,
    withdrawalRequested: !next.masked && withdrawalAsked(row.events),
    question: next.masked ? null : row.question,
    reasonCode: next.masked ? null : row.reasonCode,
  };
}

const instant = (row: FollowUpRow) => (row.dueAt ?? row.resumeBy)?.getTime() ?? Number.MAX_SAFE_INTEGER;
const rank = (row: FollowUpRow) => (row.overdue ? 0 : row.owner === "sender" ? 1 : 2);

const followUpsPageSize = 25;
const most = 300;

/**
 * What a sender still waits for or owes, overdue first, then its own next acts, then by due time: open referrals,
 * and closed ones that ask for a re-route. scope "team" (supervisor only) is everybody's; `late` keeps what is overdue or has
 * no sender any more. 25 rows a page; `total` counts to 300 and no further.
 */
export async function listFollowUps(
  ctx: Ctx,
  input: z.input<typeof listFollowUpsSchema>,
): Promise<{ rows: FollowUpRow[]; total: number }> {
  const { scope, late, page } = parseInput(listFollowUpsSchema, input);
  const now = ctx.clock.now();
  const rows = await ctx.tx.serviceReferral.findMany({
    where: late ? { AND: [followUpsWhere(ctx, scope), lateOrNobodys(now)] } : followUpsWhere(ctx, scope),
    include: related,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: most,
  });
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [scope],
  });
  // A sealed receiver's referral is due at no time that may be seen: it is late for nobody.
  const all = rows.map((row) => shown(row, now)).filter((row) => !late || row.overdue || !row.senderUserId);
  all.sort((a, b) => rank(a) - rank(b) || instant(a) - instant(b) || a.id.localeCompare(b.id));
  return { rows: all.slice((page - 1) * followUpsPageSize, page * followUpsPageSize), total: all.length };
}
