import { providerRoles, type StaffActor } from "~/domain/kernel/actor";
import type { Ctx, Tx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { announce } from "~/domain/kernel/index.server";

type Place = { jurisdictionId: string; organizationId: string };

/** Whether it is a victim service or substance use program; whoever asks goes on alone with it until the transaction ends. */
async function isSealed(tx: Tx, { jurisdictionId, organizationId }: Place): Promise<boolean> {
  const rows = await tx.$queryRaw<{ sealed: boolean }[]>`
    select victim_service_provider or part2_program as sealed from organization
    where id = ${organizationId}::uuid and jurisdiction_id = ${jurisdictionId}::uuid for update`;
  return rows[0]?.sealed ?? false;
}

/** How many managers it has, without one membership. */
function countManagers(tx: Tx, place: Place, without?: string): Promise<number> {
  const { jurisdictionId, organizationId } = place;
  return tx.membership.count({
    where: {
      jurisdictionId,
      organizationId,
      role: "provider_manager",
      endedAt: null,
      ...(without ? { id: { not: without } } : {}),
    },
  });
}

export type SealedSeat = { email: string; role: string; organizationId: string | null };

/**
 * Who may be invited into a sealed organization, where an own address would read what nobody outside may: nobody of the
 * agency; by the administrator a first manager and, once it has one, nobody. Answers whether the organization is sealed.
 * Throws Conflict: sealed_own_people, sealed_manager_first, sealed_agency_person.
 */
export async function checkSealedSeat(ctx: Ctx<StaffActor>, seat: SealedSeat): Promise<boolean> {
  const { email, role, organizationId } = seat;
  const { jurisdictionId } = ctx.actor;
  if (!organizationId || !(await isSealed(ctx.tx, { jurisdictionId, organizationId }))) return false;
  if (ctx.actor.organizationId !== organizationId) {
    if ((await countManagers(ctx.tx, { jurisdictionId, organizationId })) > 0)
      throw new Conflict("sealed_own_people");
    if (role !== "provider_manager") throw new Conflict("sealed_manager_first");
  }
  const inAgency = await ctx.tx.membership.findFirst({
    where: { jurisdictionId, role: { notIn: [...providerRoles] }, endedAt: null, user: { email } },
    select: { id: true },
  });
  if (inAgency) throw new Conflict("sealed_agency_person");
  return true;
}

/** Tells a sealed organization's people, or its mailbox while it has none, that somebody was invited, and who. */
export async function tellOfSealedSeat(ctx: Ctx, input: { organizationId: string; invitedId: string }) {
  const { organizationId, invitedId } = input;
  await announce(ctx, {
    template: "sealed-invitation",
    toOrganizationId: organizationId,
    params: { invitedId },
  });
}

type Asked = { jurisdictionId: string; organizationId: string | null; invitedById: string | null };

/** Whether an invitation into a sealed organization still holds: one from outside ends when the first manager is in. */
export async function stillLetsIn(tx: Tx, invitation: Asked): Promise<boolean> {
  const { jurisdictionId, organizationId, invitedById } = invitation;
  if (!organizationId) return true;
  const place = { jurisdictionId, organizationId };
  if (!(await isSealed(tx, place))) return true;
  const seat = { jurisdictionId, organizationId, userId: invitedById ?? "", endedAt: null };
  if (invitedById && (await tx.membership.findFirst({ where: seat, select: { id: true } }))) return true;
  return (await countManagers(tx, place)) === 0;
}

/** Whether somebody works for a sealed organization of this jurisdiction that is not the actor's own. */
export async function hasSealedSeat(ctx: Ctx<StaffActor>, userId: string): Promise<boolean> {
  const sealed = { OR: [{ victimServiceProvider: true }, { part2Program: true }] };
  const others = ctx.actor.organizationId ? { organizationId: { not: ctx.actor.organizationId } } : {};
  const where = { userId, endedAt: null, organization: sealed, ...others };
  return (await ctx.tx.membership.findFirst({ where, select: { id: true } })) !== null;
}

/** Whether ending this access would leave a sealed organization without a manager, so that an outsider could name one. */
export async function isLastSealedManager(
  tx: Tx,
  membership: { id: string; jurisdictionId: string; organizationId: string | null; role: string },
): Promise<boolean> {
  const { id, jurisdictionId, organizationId, role } = membership;
  if (!organizationId || role !== "provider_manager") return false;
  const place = { jurisdictionId, organizationId };
  return (await isSealed(tx, place)) && (await countManagers(tx, place, id)) === 0;
}
