import { useTranslation } from "react-i18next";
import { isComplement, isShare, mayShowPercent, type ShownShare, toShown } from "~/domain/goals/shown-share";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { useFormat } from "~/locales/use-format";
import { countOf, digitsFor, percent, plainValue } from "./measure-view";

type Props = { spec: MeasureSpec; whole: MeasureResult | null; timeZone: string };

/** The one number of a goal: a share with its range, or a count; else why there is none. */
export function GoalValue({ spec, whole, timeZone }: Props) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const shown = toShown(whole, isComplement(spec));
  if (shown) return <Share shown={shown} timeZone={timeZone} />;
  if (whole?.value != null && whole.denominator !== null && !isShare(spec))
    return <Plain whole={whole} timeZone={timeZone} />;
  const count = whole && countOf(whole);
  if (count != null) return <p className="goal-value">{format.number(count)}</p>;
  return (
    <p className="meta mt-2">
      {whole ? <WhyNone whole={whole} timeZone={timeZone} /> : t("goals.noDataLede")}
    </p>
  );
}

/** A rate, days or dollars: the measure's name says of what. */
function Plain({ whole, timeZone }: { whole: MeasureResult; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const { low, high } = whole;
  const digits = (n: number): string => format.number(n, 1);
  return (
    <p className="goal-value">
      {plainValue(whole, format).value}
      {low !== null && high !== null && (
        <small>{t("card.likely", { low: digits(low), high: digits(high) })}</small>
      )}
    </p>
  );
}

function Share({ shown, timeZone }: { shown: ShownShare; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const words = (share: number): string => percent(share, format, digitsFor(shown));
  if (!mayShowPercent(shown.denominator))
    return (
      <p className="goal-value">
        {t("card.few", { n: format.number(shown.numerator), d: format.number(shown.denominator) })}
      </p>
    );
  return (
    <p className="goal-value">
      {words(shown.share)}%
      <small>{t("card.likely", { low: words(shown.low), high: words(shown.high) })}</small>
    </p>
  );
}

function WhyNone({ whole, timeZone }: { whole: MeasureResult; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  if (whole.suppressed) return t("card.hiddenWhy");
  if (whole.blocked_by.length > 0) return t("goals.noDataLede");
  if (whole.denominator === 0) return t("card.nobody");
  return (
    <>
      <strong>{t("card.early")}</strong>{" "}
      {t("card.earlyWhy", { percent: format.percent(whole.maturity.complete) })}
    </>
  );
}
