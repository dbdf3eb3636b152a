import type { TFunction } from "i18next";
import type { BeforeAfter } from "~/domain/goals/before-and-after";
import type { Format } from "~/locales/format";
import { pointsWords, relativeWords, valueWords } from "../value-words";

/**
 * Before and after in sentences: the two values, the change in points and in percent apart with its range, and whether the
 * season may be behind it; or why no change may be told.
 */
export function changeWords(told: BeforeAfter, scale: number, t: TFunction, format: Format): string[] {
  const { before, after, change, sameSeason } = told;
  if ("refused" in change || !before || !after)
    return [t(`goals:change.refused.${"refused" in change ? change.refused : "no_result"}`)];
  const period = ([from, to]: [string, string]) =>
    `${format.date(from, "month")} – ${format.date(to, "month")}`;
  const value = (n: number) => valueWords(n, scale, t, format);
  const points = (n: number) => pointsWords(n, scale, t, format);
  const ends = {
    ...{ before: value(change.before), after: value(change.after) },
    ...{ was: period(before.period), is: period(after.period) },
  };
  const by = { points: points(change.points), relative: relativeWords(change.relative, t, format) };
  const { range } = change;
  return [
    t("goals:change.ends", ends),
    t("goals:change.by", by),
    ...(range ? [t("goals:change.range", { low: points(range.low), high: points(range.high) })] : []),
    ...(range && range.low <= 0 && range.high >= 0 ? [t("goals:change.unclear")] : []),
    ...(sameSeason ? [] : [t("goals:change.season")]),
  ];
}
