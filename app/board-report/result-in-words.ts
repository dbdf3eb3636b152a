import { isComplement, mayShowPercent, toShown } from "~/domain/goals/shown-share";
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

/** One measure's whole as the pages round and hide it: a share with its range, the two counts where they are few, a rate, or a count. */
export function resultInWords(words: Words, spec: MeasureSpec, result: MeasureResult | null): ResultWords {
  const { t, format } = words;
  if (spec.status !== "tracked") {
    const elements = format.list(spec.missing.map((code) => t(`manager:element.${code}`)));
    return none(`${t("manager:card.notTracked")}. ${t("manager:card.needs", { elements })}`);
  }
  if (result && result.denominator === null && result.value !== null)
    return none(format.number(result.value));
  const shown = toShown(result, isComplement(spec));
  if (!shown || !result) return whyNone(words, result);
  const of = format.number(shown.denominator);
  if (result.scale !== 100) {
    const plain = (share: number) => format.number(share * result.scale, 2);
    const per = t("manager:report.per", { scale: format.number(result.scale) });
    return { value: `${plain(shown.share)} ${per}`, range: `${plain(shown.low)} – ${plain(shown.high)}`, of };
  }
  if (!mayShowPercent(shown.denominator))
    return none(t("manager:card.few", { n: format.number(shown.numerator), d: of }));
  const digits = shown.high - shown.low < 0.06 ? 1 : 0;
  const percent = (share: number) => `${format.number(share * 100, digits)}%`;
  return { value: percent(shown.share), range: `${percent(shown.low)} – ${percent(shown.high)}`, of };
}
