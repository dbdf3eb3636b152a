import { countyInWords } from "~/domain/directory/places/county-places";
import { listUnmetNeeds } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { dateIn } from "~/domain/kernel/calendar";
import { readJurisdiction } from "~/domain/organizations/index.server";
import type { Language } from "~/locales/languages";
import { translate } from "~/locales/translator.server";
import { withNeedNames } from "../listing-card/need-names.server";

const windows = [30, 90, 365] as const;

/** The days asked for, one of those offered. */
function daysOf(url: URL): number {
  return windows.find((days) => String(days) === url.searchParams.get("days")) ?? 90;
}

/** What was searched for and not found open, with areas by name. */
export async function readUnmet(ctx: Ctx, url: URL, language: Language) {
  const { timeZone } = await readJurisdiction(ctx);
  const t = await withNeedNames(ctx, language, translate(language, "manager"));
  const days = daysOf(url);
  const { since, rows } = await listUnmetNeeds(ctx, { days });
  return {
    days,
    windows: [...windows],
    since: dateIn(timeZone, since),
    rows: rows.map(({ needCode, areaCode, searches }) => ({
      needCode,
      need: needCode ? t(`needs:${needCode}`) : t("unmet.any"),
      area: areaCode !== null && isCounty(areaCode) ? countyInWords(areaCode.slice(1)) : areaCode,
      searches,
    })),
  };
}

/** As searches keep a county: "c24510"; a ZIP stands by itself. */
const isCounty = (code: string) => /^c\d{5}$/.test(code);
