import type { Ctx } from "../kernel/context";
import { hashToken, newId, newToken } from "../kernel/ids";
import { recordAudit } from "../kernel/index.server";
import { later } from "../kernel/durations";
import { readSettings } from "../organizations/index.server";

/** A private link, once: the token is in no table; its page is `/LANG/my/TOKEN`. */
export type FamilyLinkMade = { token: string; expiresAt: Date };

/** Writes a link to a family that the caller has found or has just written. It ends after the jurisdiction's days (60). */
export async function writeFamilyLink(
  ctx: Ctx,
  { householdId, referralId }: { householdId: string; referralId: string | null },
): Promise<FamilyLinkMade> {
  const { settings } = await readSettings(ctx);
  const at = ctx.clock.now();
  const token = newToken();
  const expiresAt = later(at, { days: settings.familyLinkCalendarDays });
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  const tokenHash = hashToken(token);
  await ctx.tx.familyLink.createMany({
    data: { id, jurisdictionId, householdId, referralId, tokenHash, createdAt: at, expiresAt },
  });
  await recordAudit(ctx, { event: "family_link.created", entity: "FamilyLink", entityId: id });
  return { token, expiresAt };
}
