import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import type { CallFamily } from "./call-views";

/** A household's contact details with its children's ages, for the room that shares them. */
export type KnownFamily = Omit<CallFamily, "householdId">;

/**
 * What is known of a family, for an operation that has already found one of its referrals in the actor's reach.
 * NotFound outside the actor's jurisdiction.
 */
export async function readFamilyDetails(ctx: Ctx, householdId: string): Promise<KnownFamily> {
  const { jurisdictionId } = ctx.actor;
  const row = await ctx.tx.household.findFirst({ where: { id: householdId, jurisdictionId } });
  if (!row) throw new NotFound();
  const children = await ctx.tx.person.findMany({
    where: { householdId, jurisdictionId, kind: "child", markedPrivate: false, supersededById: null },
    orderBy: { createdAt: "asc" },
    select: { ageMonths: true },
  });
  const { caregiverName, phone, email, contactWay, messageOk, bestTimes, language, interpreter, postalCode } =
    row;
  return {
    caregiverName,
    phone,
    email,
    contactWay,
    messageOk,
    bestTimes,
    language,
    interpreter,
    postalCode,
    childAgesMonths: children.flatMap(({ ageMonths }) => (ageMonths === null ? [] : [ageMonths])),
  };
}
