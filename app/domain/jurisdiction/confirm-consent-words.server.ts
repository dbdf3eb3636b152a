import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { readSettings } from "../organizations/index.server";
import { consentTextOf } from "../referrals/family/consent-words";

const event = "consent_words.confirmed";

/** Whether an administrator here has looked at this version of the consent words. */
export async function consentWordsConfirmed(ctx: Ctx, textVersion: string): Promise<boolean> {
  const { jurisdictionId } = ctx.actor;
  const found = await ctx.tx.auditEntry.count({ where: { jurisdictionId, event, reason: textVersion } });
  return found > 0;
}

/** An administrator has looked at the words that families are asked with; new words ask for it again. Throws Forbidden, Conflict. */
export async function confirmConsentWords(ctx: Ctx, input: { textVersion: string }): Promise<void> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version } = consentTextOf((await readSettings(ctx)).settings);
  if (input.textVersion !== version) throw new Conflict("words_changed");
  if (await consentWordsConfirmed(ctx, version)) return;
  await recordAudit(ctx, {
    event,
    entity: "Jurisdiction",
    entityId: ctx.actor.jurisdictionId,
    reason: version,
  });
}
