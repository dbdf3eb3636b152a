import type { TFunction } from "i18next";
import { type ShownShare, trendState } from "~/domain/goals/shown-share";
import type { Words, MeasureSpec } from "~/domain/measures/measure-spec";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import type { ChartPoint } from "~/ui/charts/chart-point";

export const say = (words: Words, language: Language): string => words[language];

export function measureWords(spec: MeasureSpec, t: TFunction, language: Language): string {
  if (spec.compute?.kind !== "later_event") return say(spec.plain, language);
  return t(`manager:measure.noEvent.${spec.compute.event}`, { months: spec.compute.months });
}

export const percent = (share: number, format: Format, digits: number): string =>
  format.number(share * 100, digits);

/** The number of a measure that counts and is no share; null where it is hidden, or not a count. */
export const countOf = ({ denominator, value }: MeasureResult): number | null =>
  denominator === null ? value : null;

/** How many children or families it speaks of; nothing of a measure of days, months or sessions. */
export function countedWords(spec: MeasureSpec, whole: MeasureResult, t: TFunction): string {
  const count = whole.denominator ?? countOf(whole);
  const unit = { child: "children", referral: "families" }[String(spec.unit)];
  return count === null || unit === undefined ? "" : `${t(`manager:card.${unit}`, { count })} · `;
}

/** A value that is no share, and its range, as they are printed. */
export function plainValue(
  { value, low, high }: MeasureResult,
  format: Format,
): { value: string; range: string } {
  const say = (n: number): string => format.number(n, Math.abs(n) < 100 ? 1 : 0);
  return {
    value: value === null ? "" : say(value),
    range: low === null || high === null ? "" : `${say(low)}–${say(high)}`,
  };
}

/** Near 100 a whole percent hides the range. */
export const digitsFor = (shown: ShownShare): number => (shown.high - shown.low < 0.06 ? 1 : 0);

/** The trend as a chart takes it: in percent, gaps where nothing may be shown. */
export function toPoints(trend: MeasureResult[], complement: boolean, format: Format): ChartPoint[] {
  return trend.map((result): ChartPoint => {
    const label = format.date(result.period[0], "month");
    const at = trendState(result, complement);
    if (at.state !== "shown") return { ...at, label };
    const { share, low, high } = at.shown;
    return { state: "shown", label, value: share * 100, low: low * 100, high: high * 100 };
  });
}

/** y axis that holds every range, and the target in percent, in steps of five, with both ends marked. */
export function domainOf(
  points: ChartPoint[],
  target?: number,
): {
  domain: [number, number];
  marks: { value: number; label: string }[];
} {
  const shown = points.flatMap((point) =>
    point.state === "shown" ? [point.low ?? point.value, point.high ?? point.value] : [],
  );
  if (shown.length > 0 && target !== undefined) shown.push(target);
  const low = shown.length === 0 ? 0 : Math.max(0, Math.floor(Math.min(...shown) / 5) * 5);
  const high = shown.length === 0 ? 100 : Math.min(100, Math.ceil(Math.max(...shown) / 5) * 5);
  return { domain: [low, high], marks: [low, high].map((value) => ({ value, label: String(value) })) };
}

export function elementWords(spec: Pick<MeasureSpec, "missing">, t: TFunction, format: Format): string {
  return format.list(spec.missing.map((code) => t(`manager:element.${code}`)));
}

/** What a trend says, in one sentence: its first and last shown value. */
export function trendSentence(goal: string, points: ChartPoint[], t: TFunction, format: Format): string {
  const first = points.find((point) => point.state === "shown");
  const last = points.findLast((point) => point.state === "shown");
  if (first?.state !== "shown" || last?.state !== "shown") return t("manager:card.trendNone", { goal });
  const words = (value: number): string => `${format.number(value)}%`;
  const range = { low: format.number(last.low ?? last.value), high: format.number(last.high ?? last.value) };
  return t("manager:card.trend", {
    goal,
    first: words(first.value),
    firstPeriod: first.label,
    last: words(last.value),
    lastPeriod: last.label,
    ...range,
  });
}
