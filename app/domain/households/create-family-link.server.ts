import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { createFamilyLinkSchema } from "./correct-contact.schema";
import { type FamilyLinkMade, writeFamilyLink } from "./write-family-link.server";

/**
 * Makes a family's private link, to be read aloud or handed over: there is no text message here. It ends after the
 * jurisdiction's days (60). NotFound for a family out of reach.
 */
export async function createFamilyLink(
  ctx: Ctx,
  input: z.input<typeof createFamilyLinkSchema>,
): Promise<FamilyLinkMade> {
  const { householdId, referralId } = parseInput(createFamilyLinkSchema, input);
  const reach = whereFor(ctx, "write", "Household");
  const known = await ctx.tx.household.count({
    where: {
      AND: [reach, { id: householdId }, referralId ? { referrals: { some: { id: referralId } } } : {}],
    },
  });
  if (known === 0) throw new NotFound();
  return writeFamilyLink(ctx, { householdId, referralId: referralId ?? null });
}
