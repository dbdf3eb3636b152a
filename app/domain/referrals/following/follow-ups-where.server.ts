import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { earlier } from "../../kernel/durations";
import { openStatuses } from "../states/referral-status";

const sealedDays = 30;

/**
 * What is still to be followed. A sealed receiver's referral is listed for thirty days whatever became of it, so that
 * its leaving the list says nothing.
 */
function stillFollowed(now: Date): Prisma.ServiceReferralWhereInput {
  const sealed = { OR: [{ victimServiceProvider: true }, { part2Program: true }] };
  const since = earlier(now, { days: sealedDays });
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

/** The actor's follow-ups, or with scope "team" (supervisor only, else Forbidden) everybody's. */
export function followUpsWhere(ctx: Ctx, scope: "mine" | "team"): Prisma.ServiceReferralWhereInput {
  const reach = whereFor(ctx, "answer", "ServiceReferral");
  const actor = ctx.actor;
  if (scope === "team" && actor.kind === "staff" && actor.role !== "intake_supervisor") throw new Forbidden();
  const mine: Prisma.ServiceReferralWhereInput =
    scope === "mine" && actor.kind === "staff" && actor.role === "intake_supervisor"
      ? { senderUserId: actor.userId }
      : {};
  return { AND: [reach, mine, stillFollowed(ctx.clock.now())] };
}

/** Past its time, or nobody's: a family that asked by itself, or a colleague who left. */
export function lateOrNobodys(now: Date): Prisma.ServiceReferralWhereInput {
  const past = { lt: now };
  return { OR: [{ senderUserId: null }, { dueAt: past }, { dueAt: null, resumeBy: past }] };
}
