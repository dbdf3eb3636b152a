import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { earlier } from "../../kernel/durations";
import { sealedOrganization } from "../../organizations/index.server";
import { openStatuses } from "../states/referral-status";

export const sealedDays = 30;

/** Sent to a sealed organization: from there on nothing of it is its sender's to know. */
export const sentToSealed = {
  receivingOrganization: sealedOrganization,
  sentAt: { not: null },
} satisfies Prisma.ServiceReferralWhereInput;

/** For thirty days, whatever became of it, so that its leaving a list says nothing; or until its sender took it back. */
export const sealedFollowed = (now: Date): Prisma.ServiceReferralWhereInput => ({
  receivingOrganization: sealedOrganization,
  sentAt: { gte: earlier(now, { days: sealedDays }) },
  takenBackAt: null,
  status: { not: "entered_in_error" },
});

/** What its sender still has to follow: open, closed with something left to do, or sealed and not too long ago. */
export const stillFollowed = (now: Date): Prisma.ServiceReferralWhereInput => ({
  OR: [
    sealedFollowed(now),
    { NOT: sentToSealed, OR: [{ status: { in: [...openStatuses] } }, { nextAct: { not: null } }] },
  ],
});

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
