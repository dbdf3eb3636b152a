import { countyInWords } from "~/domain/directory/places/county-places";
import { readNetwork } from "~/domain/goals/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { dateIn } from "~/domain/kernel/calendar";
import { readJurisdiction } from "~/domain/organizations/index.server";
import type { Language } from "~/locales/languages";
import { translate } from "~/locales/translator.server";
import { withNeedNames } from "../../listing-card/need-names.server";

const DAYS = 90;
const areaInWords = (code: string | null): string | null =>
  code !== null && /^c\d{5}$/.test(code) ? countyInWords(code.slice(1)) : code;

/** The network with needs and areas by name. */
export async function describeNetwork(ctx: Ctx, language: Language) {
  const { timeZone } = await readJurisdiction(ctx);
  const t = await withNeedNames(ctx, language, translate(language, "goals"));
  const { since, organizations, needs } = await readNetwork(ctx, { days: DAYS });
  const named = (code: string): string => t(`needs:${code}`);
  return {
    since: dateIn(timeZone, since),
    days: DAYS,
    organizations: organizations.map((one) => ({ ...one, needs: one.needCodes.map(named) })),
    needs: needs
      .map((one) => ({
        ...{ ...one, need: named(one.needCode) },
        gaps: one.gaps.map(({ areaCode, searches }) => ({ area: areaInWords(areaCode), searches })),
      }))
      .sort((a, b) => a.need.localeCompare(b.need, language)),
  };
}
