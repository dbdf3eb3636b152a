import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { Forbidden } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { listFollowUpsSchema } from "./list-inbox.schema";
import { sealingOf } from "./masked-status";
import { openStatuses } from "./referral-status";
import type { FollowUpRow } from "./referral-views";
import { shownNext } from "./shown-next";

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
  events: { where: { sequence: 1 }, select: { actorName: true } },
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
    senderName: row.events[0]?.actorName ?? null,
    question: next.masked ? null : row.question,
    reasonCode: next.masked ? null : row.reasonCode,
  };
}

const sealedDays = 30;

/**
 * What is still to be followed. A sealed receiver's referral is listed for thirty days whatever became of it, so that
 * its leaving the list says nothing.
 */
function stillFollowed(now: Date): Prisma.ServiceReferralWhereInput {
  const sealed = { OR: [{ victimServiceProvider: true }, { part2Program: true }] };
  const since = new Date(now.getTime() - sealedDays * 86_400_000);
  const gone = ["withdrawn" as const, "entered_in_error" as const];
  return {
    OR: [
      { receivingOrganization: sealed, sentAt: { gte: since }, status: { notIn: gone } },
      { receivingOrganization: sealed, status: "awaiting_family_yes" },
      {
        NOT: { receivingOrganization: sealed },
        OR: [{ status: { in: [...openStatuses] } }, { nextAct: { not: null } }],
      },
    ],
  };
}

const instant = (row: FollowUpRow) => (row.dueAt ?? row.resumeBy)?.getTime() ?? Number.MAX_SAFE_INTEGER;
const rank = (row: FollowUpRow) => (row.overdue ? 0 : row.owner === "sender" ? 1 : 2);

/**
 * What a sender still waits for or owes, overdue first, then its own next acts, then by due time: open referrals,
 * and closed ones that ask for a re-route. scope "team" (supervisor only) is everybody's. At most 300 rows.
 */
export async function listFollowUps(
  ctx: Ctx,
  input: z.input<typeof listFollowUpsSchema>,
): Promise<FollowUpRow[]> {
  const { scope } = parseInput(listFollowUpsSchema, input);
  const reach = whereFor(ctx, "answer", "ServiceReferral");
  const actor = ctx.actor;
  if (scope === "team" && actor.kind === "staff" && actor.role !== "intake_supervisor") throw new Forbidden();
  const mine: Prisma.ServiceReferralWhereInput =
    scope === "mine" && actor.kind === "staff" && actor.role === "intake_supervisor"
      ? { senderUserId: actor.userId }
      : {};
  const rows = await ctx.tx.serviceReferral.findMany({
    where: { AND: [reach, mine, stillFollowed(ctx.clock.now())] },
    include: related,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 300,
  });
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [scope],
  });
  const now = ctx.clock.now();
  const shownRows = rows.map((row) => shown(row, now));
  return shownRows.sort((a, b) => rank(a) - rank(b) || instant(a) - instant(b) || a.id.localeCompare(b.id));
}
