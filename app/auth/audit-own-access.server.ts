import { inTransaction } from "~/db/transaction.server";
import type { StaffActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { recordAudit } from "~/domain/kernel/index.server";
import type { ResolvedSession } from "./session";
import { shortName } from "./short-name";

/**
 * Changes something of a person's own access, with its entry in the audit of the workspace in use (the first, where none is
 * chosen); nothing is written for a person without any.
 */
export async function auditOwnAccess(
  session: ResolvedSession,
  event: string,
  also: (ctx: Ctx<StaffActor>) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const seat = session.membership ?? session.memberships[0];
  if (!seat) return;
  const { userId, name } = session;
  const { id: membershipId, role, jurisdictionId, organizationId, teamName } = seat;
  const own = { userId, membershipId, role, jurisdictionId, organizationId, teamName };
  const actor: StaffActor = { kind: "staff", ...own, name: shortName(name) };
  await inTransaction({ jurisdictionId, organizationId, actorId: userId }, async (tx) => {
    const ctx = { actor, tx, clock: systemClock };
    await also(ctx);
    await recordAudit(ctx, { event, entity: "User", entityId: userId });
  });
}
