import type { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { numberToCall } from "../../directory/reading/number-to-call";
import { toldPhones } from "../../directory/outgoing/told-phones";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listAnswering } from "../../organizations/index.server";
import { followUpsWhere, lateOrNobodys, sentToSealed } from "./follow-ups-where.server";
import { listFollowUpsSchema } from "../reading/list-inbox.schema";
import { isSealed, sealingOf } from "./masked-status";
import type { FollowUpRow } from "../reading/referral-views";
import { shownNext } from "../reading/shown-next";
import { withdrawalAsked, withdrawalEvents } from "./withdrawal-asked";

const phones = {
  where: toldPhones,
  select: { number: true, type: true },
  take: 20,
  orderBy: { id: "asc" },
} satisfies Prisma.Service$phonesArgs;
const related = {
  household: { select: { caregiverName: true } },
  service: { select: { name: true, familyText: true, phones } },
  receivingOrganization: {
    select: {
      name: true,
      victimServiceProvider: true,
      part2Program: true,
      phones,
    },
  },
  attempts: { where: { outcome: "reached", takenBackAt: null }, select: { at: true, outcome: true } },
  events: {
    where: { OR: [{ sequence: 1 }, { event: { in: withdrawalEvents } }] },
    orderBy: { sequence: "asc" },
    select: { actorName: true, event: true },
  },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;

function shown(row: Row, answering: ReadonlySet<string>, now: Date): FollowUpRow {
  const { id, number, householdId, serviceId, kind, sentAt, createdAt } = row;
  const sealing = sealingOf(row.receivingOrganization);
  const next = shownNext(row, sealing, now);
  const sealed = isSealed(sealing, row);
  return {
    ...next,
    id,
    number,
    version: sealed ? row.shownVersion : row.version,
    householdId,
    serviceId,
    kind,
    sentAt,
    createdAt,
    familyName: row.household.caregiverName,
    serviceName: row.service.name,
    serviceText: row.service.familyText,
    organizationName: row.receivingOrganization.name,
    organizationPhone:
      numberToCall(row.service.phones)?.number ??
      numberToCall(row.receivingOrganization.phones)?.number ??
      null,
    answers: answering.has(row.receivingOrganizationId),
    senderUserId: row.senderUserId,
    senderName: row.events[0]?.actorName ?? null,
    withdrawalRequested: !sealed && withdrawalAsked(row.events),
    question: sealed ? null : row.question,
    reasonCode: sealed ? null : row.reasonCode,
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
  const followed = { AND: [followUpsWhere(ctx, scope), late ? lateOrNobodys(now) : {}] };
  // Apart: by a hidden due time a sealed row must not come before another one, or in the place of it.
  const read = (where: Prisma.ServiceReferralWhereInput) =>
    ctx.tx.serviceReferral.findMany({
      where: { AND: [followed, where] },
      include: related,
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      take: most,
    });
  const rows = await read({ NOT: sentToSealed });
  rows.push(...(await read(sentToSealed)));
  await recordAudit(ctx, {
    event: "referral.list_read",
    entity: "ServiceReferral",
    entityId: null,
    fields: [scope],
  });
  // A sealed receiver's referral is due at no time that may be seen: it is late for nobody.
  const organizationIds = rows.map((row) => row.receivingOrganizationId);
  const answering = await listAnswering(ctx, { organizationIds });
  const all = rows
    .map((row) => shown(row, answering, now))
    .filter((row) => !late || row.overdue || !row.senderUserId);
  all.sort((a, b) => rank(a) - rank(b) || instant(a) - instant(b) || a.id.localeCompare(b.id));
  const shownRows = all.slice(0, most);
  return {
    rows: shownRows.slice((page - 1) * followUpsPageSize, page * followUpsPageSize),
    total: shownRows.length,
  };
}
