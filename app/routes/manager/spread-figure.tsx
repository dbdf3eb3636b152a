import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { mayShowPercent, toShown } from "~/domain/goals/shown-share";
import { type Dimension, enrollmentGroups } from "~/domain/goals/stand-out";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Format } from "~/locales/format";
import type { Language } from "~/locales/languages";
import { useFormat, useLanguage } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { percent } from "./measure-view";

/** What stands in each cell of a group's row; a small or derivable number says that it is hidden. */
function wordsOf(t: TFunction<"manager">, format: Format, language: Language, by: Dimension) {
  const value = (row: MeasureResult): string => row.stratum?.[by] ?? "missing";
  const name = (row: MeasureResult): string =>
    by === "language"
      ? t(`spread.language.${value(row)}`, value(row))
      : value(row) === "missing"
        ? t("spread.missing")
        : value(row);
  const families = (row: MeasureResult): string =>
    row.denominator === null ? t("card.hiddenToo") : format.number(row.denominator);
  const enrolled = (row: MeasureResult): string =>
    row.numerator === null
      ? t(row.suppressed === "primary" ? "card.hidden" : "card.hiddenToo")
      : format.number(row.numerator);
  const share = (row: MeasureResult): string => {
    const shown = toShown(row, false);
    if (!shown) return row.suppressed ? t("card.hiddenToo") : "";
    return mayShowPercent(shown.denominator)
      ? `${percent(shown.share, format, 0)}%`
      : t("card.few", { n: format.number(shown.numerator), d: format.number(shown.denominator) });
  };
  const range = (row: MeasureResult): string => {
    const shown = toShown(row, false);
    return shown && mayShowPercent(shown.denominator)
      ? `${percent(shown.low, format, 0)}–${percent(shown.high, format, 0)}`
      : "";
  };
  const inOrder = (a: MeasureResult, b: MeasureResult): number =>
    Number(value(a) === "missing") - Number(value(b) === "missing") ||
    name(a).localeCompare(name(b), language);
  return { value, name, families, enrolled, share, range, inOrder };
}

/** One measure by group: names in order, never ranked; small groups and one more hidden. */
export function SpreadFigure({
  results,
  by,
  timeZone,
}: {
  results: MeasureResult[];
  by: Dimension;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const language = useLanguage();
  const { value, name, families, enrolled, share, range, inOrder } = wordsOf(t, format, language, by);
  const rows = enrollmentGroups(results, by).sort(inOrder);
  const first = rows[0];
  if (!first) return null;
  const byWords = t(`spread.by.${by}`);
  const title = t("spread.title", { by: byWords });
  const sub = t("spread.sub", {
    from: format.date(first.period[0], "month"),
    to: format.date(first.period[1], "month"),
  });
  return (
    <ChartFigure
      title={title}
      sub={sub}
      foot={rows.some((row) => row.suppressed) ? <p className="meta">{t("spread.note")}</p> : undefined}
    >
      <DataTable
        caption={title}
        quietCaption
        rows={rows}
        rowKey={value}
        columns={[
          { key: "group", label: t("spread.group"), header: true, cell: name },
          {
            key: "families",
            label: t("spread.families"),
            number: true,
            cell: families,
          },
          {
            key: "enrolled",
            label: t("spread.enrolled"),
            number: true,
            cell: enrolled,
          },
          { key: "share", label: t("spread.share"), number: true, cell: share },
          { key: "range", label: t("spread.range"), number: true, cell: range },
        ]}
      />
    </ChartFigure>
  );
}
