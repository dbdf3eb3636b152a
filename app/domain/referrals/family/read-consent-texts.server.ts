import type { Ctx } from "../../kernel/context";
import { readJurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { readSettings } from "../../organizations/index.server";
import { type ConsentText, consentTextOf, usualConsentText } from "./consent-words";

export type ConsentTexts = { inForce: ConsentText; byVersion: ReadonlyMap<string, ConsentText> };

/** The words in force, and those of earlier permissions by their version, as far as they are known. */
export async function readConsentTexts(ctx: Ctx, versions: readonly string[]): Promise<ConsentTexts> {
  const inForce = consentTextOf((await readSettings(ctx)).settings);
  const known = new Map([inForce, usualConsentText].map((text) => [text.version, text]));
  if (versions.every((version) => known.has(version))) return { inForce, byVersion: known };
  const rows = await ctx.tx.jurisdictionVersion.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId },
    select: { kept: true },
  });
  for (const { kept } of rows) {
    const text = consentTextOf(readJurisdictionSettings((kept as { settings?: unknown }).settings));
    known.set(text.version, text);
  }
  return { inForce, byVersion: known };
}
