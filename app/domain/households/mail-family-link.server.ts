import type { Ctx } from "../kernel/context";
import { Forbidden } from "../kernel/errors";
import { hashToken, newId } from "../kernel/ids";
import { later } from "../kernel/durations";
import { readSettings } from "../organizations/index.server";

export type LinkToMail = { linkId: string; token: string; email: string; language: string };

/**
 * A private link to be mailed to a family that gave an address and said a message is fine; null otherwise. The token
 * is made by `tokenOf` from the new link's id and is stored only hashed. System only.
 */
export async function mailFamilyLink(
  ctx: Ctx,
  input: { householdId: string; tokenOf: (linkId: string) => string },
): Promise<LinkToMail | null> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { jurisdictionId } = ctx.actor;
  const household = await ctx.tx.household.findFirst({ where: { id: input.householdId, jurisdictionId } });
  if (!household?.email || !(household.contactWay === "email" || household.messageOk)) return null;
  const { settings } = await readSettings(ctx);
  const at = ctx.clock.now();
  const linkId = newId(at);
  const token = input.tokenOf(linkId);
  const expiresAt = later(at, { days: settings.familyLinkCalendarDays });
  const householdId = household.id;
  await ctx.tx.familyLink.createMany({
    data: { id: linkId, jurisdictionId, householdId, tokenHash: hashToken(token), createdAt: at, expiresAt },
  });
  return { linkId, token, email: household.email, language: household.language };
}
