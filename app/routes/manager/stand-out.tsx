import { useTranslation } from "react-i18next";
import { addDays } from "~/domain/measures/calendar-dates";
import type { MeasureResult } from "~/domain/measures/measure-result";
import { describeChange } from "~/domain/measures/proportion-interval";
import { useFormat } from "~/locales/use-format";
import { Icon } from "~/ui/icon";
import { percent, toShown } from "./measure-view";
import { strataOf } from "./spread-figure";

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
              {t("stand.earlyText", { date: format.date(addDays(whole.period[1], 1), "year") })}
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
  const halves = results
    .filter(
      (r) =>
        r.measure === "REF-ENR60" &&
        r.part === "families" &&
        r.stratum === null &&
        r.maturity.state === "mature",
    )
    .filter((r) => Date.parse(r.period[1]) - Date.parse(r.period[0]) < 200 * 86_400_000)
    .sort((a, b) => (a.period[0] < b.period[0] ? -1 : 1));
  const [now, before] = [toShown(halves.at(-1) ?? null, false), toShown(halves.at(-3) ?? null, false)];
  if (!now || !before) return null;
  const change = describeChange(now, before);
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
  const groups = strataOf(results, "language").flatMap((row) => {
    const shown = toShown(row, false);
    return shown && shown.denominator >= 30 ? [{ name: row.stratum?.["language"] ?? "", shown }] : [];
  });
  const largest = [...groups].sort((a, b) => b.shown.denominator - a.shown.denominator)[0];
  const behind = groups.find(
    (group) => largest && group !== largest && describeChange(group.shown, largest.shown) === "lower",
  );
  if (!largest || groups.length < 2) return null;
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
