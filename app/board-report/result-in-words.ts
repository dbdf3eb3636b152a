import { isComplement, isShare, mayShowPercent, toShown } from "~/domain/goals/shown-share";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import type { Words } from "~/locales/words";

/** A number, its likely range and of how many it is; or in `value` alone why there is none. */
export interface ResultWords {
  value: string;
  range: string;
  of: string;
}

const none = (value: string): ResultWords => ({ value, range: "", of: "" });

/** Why a measure that is computed has no number to show. */
function whyNone({ t, format }: Words, result: MeasureResult | null): ResultWords {
  if (!result) return none(t("manager:report.notComputed"));
  if (result.suppressed) return none(t("manager:card.hiddenWhy"));
  if (result.denominator === 0) return none(t("manager:card.nobody"));
  if (result.blocked_by.length > 0) return none(t("manager:report.notComputed"));
  const percent = format.percent(result.maturity.complete);
  return none(`${t("manager:card.early")}. ${t("manager:card.earlyWhy", { percent })}`);
}

/** A rate, days or dollars, as the pages print them. */
function asItIs(words: Words, result: MeasureResult): ResultWords {
  const { value, low, high, denominator } = result;
  if (value === null) return whyNone(words, result);
  const say = (n: number): string => words.format.number(n, Math.abs(n) < 100 ? 1 : 0);
  const of = denominator === null ? "" : words.format.number(denominator);
  return { value: say(value), range: low === null || high === null ? "" : `${say(low)} – ${say(high)}`, of };
}

/** One measure's whole as the pages round and hide it: a share with its range, the two counts where they are few, a rate, or a count. A headline is turned to the goal's own direction. */
export function resultInWords(
  words: Words,
  spec: MeasureSpec,
  result: MeasureResult | null,
  isHeadline: boolean,
): ResultWords {
  const { t, format } = words;
  if (spec.status !== "tracked") {
    const elements = format.list(spec.missing.map((code) => t(`manager:element.${code}`)));
    return none(`${t("manager:card.notTracked")}. ${t("manager:card.needs", { elements })}`);
  }
  if (result && result.denominator === null && result.value !== null)
    return none(format.number(result.value));
  if (result && !isShare(result)) return asItIs(words, result);
  const shown = toShown(result, isHeadline && isComplement(spec));
  if (!shown || !result) return whyNone(words, result);
  const of = format.number(shown.denominator);
  if (!mayShowPercent(shown.denominator))
    return none(t("manager:card.few", { n: format.number(shown.numerator), d: of }));
  const digits = !isHeadline || shown.high - shown.low < 0.06 ? 1 : 0;
  const percent = (share: number) => `${format.number(share * 100, digits)}%`;
  return { value: percent(shown.share), range: `${percent(shown.low)} – ${percent(shown.high)}`, of };
}
