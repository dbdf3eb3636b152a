import type { Ctx } from "../kernel/context";
import { staffUserId } from "../kernel/actor";
import { NotFound } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { whereFor } from "../kernel/index.server";
import type { OutreachMinimum } from "./family-details.schema";
import { phoneKey } from "./phone-key";

type Kept = OutreachMinimum & { postalCode?: string | null; bestTimes?: string | null };

function columns(family: Kept) {
  return {
    caregiverName: family.caregiverName,
    language: family.language,
    interpreter: family.interpreter,
    phone: family.phone,
    phoneKey: phoneKey(family.phone),
    email: family.email,
    contactWay: family.contactWay,
    messageOk: family.messageOk,
    ...(family.postalCode === undefined ? {} : { postalCode: family.postalCode }),
    ...(family.bestTimes === undefined ? {} : { bestTimes: family.bestTimes }),
  };
}

async function reviseKnown(ctx: Ctx, householdId: string, family: Kept): Promise<string> {
  const { count } = await ctx.tx.household.updateMany({
    where: { AND: [whereFor(ctx, "write", "Household"), { id: householdId }] },
    data: { ...columns(family), version: { increment: 1 } },
  });
  if (count === 0) throw new NotFound();
  return householdId;
}

/**
 * The family of a referral: a known one with what was said now, or a new one with a child a given age.
 * Written inside the sending of a referral; answers the household's id. NotFound for a family out of reach.
 */
export async function keepHousehold(
  ctx: Ctx,
  input: { householdId: string | null; family: Kept },
): Promise<string> {
  if (input.householdId) return reviseKnown(ctx, input.householdId, input.family);
  const at = ctx.clock.now();
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.household.createMany({
    data: {
      id,
      jurisdictionId,
      ...columns(input.family),
      createdAt: at,
      createdById: staffUserId(ctx.actor),
    },
  });
  if (input.family.childAgesMonths.length > 0) {
    await ctx.tx.person.createMany({
      data: input.family.childAgesMonths.map((ageMonths) => ({
        id: newId(at),
        jurisdictionId,
        householdId: id,
        kind: "child",
        ageMonths,
        ageRecordedAt: at,
        createdAt: at,
      })),
    });
  }
  return id;
}
