import type { TFunction } from "i18next";
import type { Words, MeasureSpec } from "~/domain/measures/measure-spec";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import type { ChartPoint } from "~/ui/charts/chart-point";

/** Under this a percent says more than is known. */
export const SMALLEST_PERCENT = 30;

export const say = (words: Words, language: Language): string => words[language];

/** A later event is shown as the share of children without it: the goal's own direction. */
export function isComplement(spec: MeasureSpec): boolean {
  return spec.compute?.kind === "later_event";
}

export function measureWords(spec: MeasureSpec, t: TFunction, language: Language): string {
  if (spec.compute?.kind !== "later_event") return say(spec.plain, language);
  return t(`manager:measure.noEvent.${spec.compute.event}`, { months: spec.compute.months });
}

export type Shown = { share: number; low: number; high: number; numerator: number; denominator: number };

/** A result as a share on the page, or null when it may not be shown. */
export function toShown(result: MeasureResult | null, complement: boolean): Shown | null {
  if (
    !result ||
    result.numerator === null ||
    result.denominator === null ||
    result.value === null ||
    result.low === null ||
    result.high === null
  )
    return null;
  const { numerator, denominator, scale } = result;
  const flip = (x: number): number => (complement ? scale - x : x) / scale;
  const [low, high] = complement
    ? [flip(result.high), flip(result.low)]
    : [flip(result.low), flip(result.high)];
  return {
    share: flip(result.value),
    low,
    high,
    numerator: complement ? denominator - numerator : numerator,
    denominator,
  };
}

export const percent = (share: number, format: Format, digits: number): string =>
  format.number(share * 100, digits);

/** Near 100 a whole percent hides the range. */
export const digitsFor = (shown: Shown): number => (shown.high - shown.low < 0.06 ? 1 : 0);

function pointState(result: MeasureResult): "hidden" | "immature" | "missing" {
  if (result.suppressed !== null) return "hidden";
  return result.maturity.state === "unavailable" ? "immature" : "missing";
}

/** The trend as a chart takes it: in percent, gaps where nothing may be shown. Provisional periods are not points. */
export function toPoints(trend: MeasureResult[], complement: boolean, format: Format): ChartPoint[] {
  return trend.map((result): ChartPoint => {
    const label = format.date(result.period[0], "month");
    if (result.maturity.state !== "mature") return { state: "immature", label };
    const shown = toShown(result, complement);
    return shown
      ? { state: "shown", label, value: shown.share * 100, low: shown.low * 100, high: shown.high * 100 }
      : { state: pointState(result), label };
  });
}

/** y axis that holds every range, in steps of five, with both ends marked. */
export function domainOf(points: ChartPoint[]): {
  domain: [number, number];
  marks: { value: number; label: string }[];
} {
  const shown = points.flatMap((point) =>
    point.state === "shown" ? [point.low ?? point.value, point.high ?? point.value] : [],
  );
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
