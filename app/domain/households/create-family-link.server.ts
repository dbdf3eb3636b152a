import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { hashToken, newId, newToken } from "../kernel/ids";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readSettings } from "../organizations/index.server";
import { createFamilyLinkSchema } from "./correct-contact.schema";

/** A private link, once: the token is in no table; its page is `/LANG/my/TOKEN`. */
export type FamilyLinkMade = { token: string; expiresAt: Date };

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
  const { settings } = await readSettings(ctx);
  const at = ctx.clock.now();
  const token = newToken();
  const expiresAt = new Date(at.getTime() + settings.familyLinkCalendarDays * 86_400_000);
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  const tokenHash = hashToken(token);
  await ctx.tx.familyLink.createMany({
    data: {
      id,
      jurisdictionId,
      householdId,
      referralId: referralId ?? null,
      tokenHash,
      createdAt: at,
      expiresAt,
    },
  });
  await recordAudit(ctx, { event: "family_link.created", entity: "FamilyLink", entityId: id });
  return { token, expiresAt };
}
