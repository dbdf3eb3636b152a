import { z } from "zod";
import { whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { earlier } from "../../kernel/durations";
import { parkDays } from "../states/reasons";

const schema = z.object({ householdId: z.uuid() });

export interface ParkedServices {
  /** The family said no to these in the last 60 days: not offered again yet. */
  declined: string[];
  /** All of an organization that could not take the family for safety or a conflict: never offered. */
  conflict: string[];
}

/**
 * The programs that a family is not to be offered (domain.md 4.3: stated refusals, safety conflicts). Answers of victim service
 * and substance use programs are not their senders' to know and never show here. Throws NotFound for a family out of reach.
 */
export async function listParkedServices(ctx: Ctx, input: z.input<typeof schema>): Promise<ParkedServices> {
  const { householdId } = parseInput(schema, input);
  const reach = whereFor(ctx, "read", "Household");
  const family = await ctx.tx.household.findFirst({
    where: { AND: [reach, { id: householdId }] },
    select: { id: true },
  });
  if (!family) throw new NotFound();
  const own = {
    householdId,
    jurisdictionId: ctx.actor.jurisdictionId,
    receivingOrganization: { victimServiceProvider: false, part2Program: false },
  };
  const since = earlier(ctx.clock.now(), { days: parkDays });
  const declined = await ctx.tx.serviceReferral.findMany({
    where: { ...own, status: "declined_by_family", closedAt: { gte: since } },
    select: { serviceId: true },
  });
  const refused = await ctx.tx.serviceReferral.findMany({
    where: { ...own, status: "declined_by_provider", reasonCode: "safety_or_conflict" },
    select: { receivingOrganizationId: true },
  });
  const services = refused.length
    ? await ctx.tx.service.findMany({
        where: {
          jurisdictionId: ctx.actor.jurisdictionId,
          organizationId: { in: refused.map((one) => one.receivingOrganizationId) },
        },
        select: { id: true },
        take: 500,
      })
    : [];
  return {
    declined: [...new Set(declined.map((one) => one.serviceId))],
    conflict: services.map((one) => one.id),
  };
}
