import { useTranslation } from "react-i18next";
import { enrollmentChange, languageGap, notCountedSince } from "~/domain/goals/stand-out";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { useFormat } from "~/locales/use-format";
import { Icon } from "~/ui/icon";
import { percent } from "./measure-view";

/** What the numbers say in sentences, each from a stated test, never from the last point. */
export function StandOut({
  results,
  whole,
  timeZone,
}: {
  results: MeasureResult[];
  whole: MeasureResult | null;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  return (
    <section className="card card-body quote stand-out" aria-labelledby="stand-out">
      <h2 id="stand-out">{t("stand.title")}</h2>
      <ul>
        <EnrollChange results={results} timeZone={timeZone} />
        <LanguageGap results={results} timeZone={timeZone} />
        {whole && (
          <li>
            <Icon name="flat" size={17} />
            <span>
              <strong>{t("stand.early")}</strong>{" "}
              {t("stand.earlyText", { date: format.date(notCountedSince(whole), "year") })}
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

function EnrollChange({ results, timeZone }: { results: MeasureResult[]; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const found = enrollmentChange(results);
  if (!found) return null;
  const { change, now, before } = found;
  const word = { higher: "enrollUp", lower: "enrollDown", no_clear_change: "enrollFlat" }[change];
  const words = {
    now: format.percent(now.share),
    low: percent(now.low, format, 0),
    high: percent(now.high, format, 0),
    before: format.percent(before.share),
  };
  return (
    <li>
      <Icon name={change === "higher" ? "up" : change === "lower" ? "warn" : "flat"} size={17} />
      <span>
        <strong>{t(`stand.${word}`)}</strong> {t("stand.enrollText", words)}
      </span>
    </li>
  );
}

function LanguageGap({ results, timeZone }: { results: MeasureResult[]; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const gap = languageGap(results);
  if (!gap) return null;
  const { behind, largest } = gap;
  if (!behind)
    return (
      <li>
        <Icon name="flat" size={17} />
        <span>
          <strong>{t("stand.noGap")}</strong> {t("stand.noGapText")}
        </span>
      </li>
    );
  const language = (name: string): string => t(`spread.language.${name}`, name);
  const words = {
    low: language(behind.name),
    high: language(largest.name),
    lowValue: format.percent(behind.shown.share),
    highValue: format.percent(largest.shown.share),
  };
  return (
    <li>
      <Icon name="warn" size={17} />
      <span>
        <strong>{t("stand.gap", words)}</strong> {t("stand.gapText", words)}
      </span>
    </li>
  );
}
