import type { Prisma } from "~/db/generated/client";
import { actorStamp, providerRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { CapacityCode } from "./capacity";

type Before = { id: string; capacityAvailable: number | null };
type After = {
  /** Null: nobody knows any more. */
  capacityStatus: CapacityCode | null;
  available: number | null;
  waitlistDays: number | null;
  waitlistLength: number | null;
  acceptsReferrals?: boolean;
};

const keeperOf = ({ actor }: Ctx) =>
  actor.kind === "staff" && !providerRoles.includes(actor.role) ? "agency" : "provider";

/** Notes a change of openings and answers the columns to set; the caller writes them with its guard. */
export async function saveOpenings(
  ctx: Ctx,
  before: Before,
  after: After,
  source = keeperOf(ctx),
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const at = ctx.clock.now();
  const available =
    after.capacityStatus === "open" ? after.available : after.capacityStatus === "full" ? 0 : null;
  const waits = after.capacityStatus === "waitlist";
  const waitlistDays = waits ? after.waitlistDays : null;
  await ctx.tx.capacityEvent.createMany({
    data: {
      id: newId(at),
      jurisdictionId: ctx.actor.jurisdictionId,
      serviceId: before.id,
      at,
      status: after.capacityStatus,
      available,
      change: (available ?? 0) - (before.capacityAvailable ?? 0),
      waitlistDays,
      source,
      actorId: actorStamp(ctx.actor).actorId,
    },
  });
  return {
    capacityStatus: after.capacityStatus,
    capacityAvailable: available,
    waitlistDays,
    waitlistLength: waits ? after.waitlistLength : null,
    capacityAsOf: at,
    capacitySource: source,
    ...(after.acceptsReferrals === undefined ? {} : { acceptsReferrals: after.acceptsReferrals }),
  };
}
