import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { type ConsentText, consentTextOf, usualConsentText } from "../referrals/family/consent-words";
import { changeConsentWordsSchema } from "./change-consent-words.schema";
import type { FactChange } from "./changes-between";
import { writeVersion } from "./write-version.server";

type Typed = Omit<ConsentText, "version">;
const isSame = (one: Typed, other: Typed): boolean =>
  (["en", "es"] as const).every(
    (language) => one.asked[language] === other.asked[language] && one.own[language] === other.own[language],
  );

/**
 * The words that a family of this jurisdiction is asked with, in both languages; the portal's own where they are the same.
 * Each change has a version of its own, which permissions keep. Answers what changes. Throws Forbidden, Invalid, Conflict.
 */
export async function changeConsentWords(
  ctx: Ctx,
  input: z.input<typeof changeConsentWordsSchema>,
): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, dryRun, ...typed } = parseInput(changeConsentWordsSchema, input);
  const asked = { en: typed.askedEn, es: typed.askedEs };
  const own = { en: typed.ownEn, es: typed.ownEs };
  return writeVersion(ctx, { version, dryRun, event: "jurisdiction.words_changed" }, (kept) => {
    if (isSame({ asked, own }, consentTextOf(readJurisdictionSettings(kept.settings)))) return kept;
    const named = { version: `${ctx.clock.today(kept.timeZone)}.${version + 1}`, asked, own };
    const consentWords = isSame(named, usualConsentText) ? null : named;
    return { ...kept, settings: { ...kept.settings, consentWords } };
  });
}
