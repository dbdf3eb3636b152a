import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { type InboxStage, stageStatuses } from "../states/referral-status";

const takingPart: Prisma.ServiceReferralWhereInput = {
  status: "connected",
  enrollments: { some: { status: { in: ["pending_start", "active", "paused"] } } },
};

function inStage(stage: InboxStage): Prisma.ServiceReferralWhereInput {
  if (stage === "taking-part") return takingPart;
  const status = { in: [...stageStatuses[stage]] };
  return stage === "finished" ? { status, NOT: takingPart } : { status };
}

/** The actor's referrals of one stage; a mistake is in none. Throws Forbidden. */
export function inboxWhere(ctx: Ctx, stage: InboxStage): Prisma.ServiceReferralWhereInput {
  const reach = whereFor(ctx, "open", "ServiceReferral");
  return { AND: [reach, inStage(stage), { status: { not: "entered_in_error" } }] };
}

/** The soonest due first, of those the first that was sent; of the finished, the latest closed. */
export function inboxOrder(stage: InboxStage): Prisma.ServiceReferralOrderByWithRelationInput[] {
  const soonest = stage === "finished" ? { closedAt: "desc" as const } : { dueAt: "asc" as const };
  return [soonest, { sentAt: "asc" }, { id: "asc" }];
}

/** So many of a stage are shown. */
export const inboxMost = 200;
