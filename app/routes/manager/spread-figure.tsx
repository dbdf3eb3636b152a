import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { mayShowPercent, toShown } from "~/domain/goals/shown-share";
import { type Dimension, enrollmentGroups } from "~/domain/goals/stand-out";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Format } from "~/locales/format";
import { useFormat } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { percent } from "./measure-view";

/** What stands in each cell of a group's row; a small or derivable number says that it is hidden. */
function wordsOf(t: TFunction<"manager">, format: Format, by: Dimension) {
  const value = (row: MeasureResult): string => row.stratum?.[by] ?? "missing";
  const name = (row: MeasureResult): string =>
    by === "language"
      ? t(`spread.language.${value(row)}`, value(row))
      : value(row) === "missing"
        ? t("spread.missing")
        : value(row);
  const hidden = (row: MeasureResult): string =>
    t(row.suppressed === "primary" ? "card.hidden" : "card.hiddenToo");
  const count = (n: number | null, row: MeasureResult): string =>
    n === null ? hidden(row) : format.number(n);
  const share = (row: MeasureResult): string => {
    const shown = toShown(row, false);
    if (!shown) return hidden(row);
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
  return { value, name, count, share, range };
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
  const rows = enrollmentGroups(results, by);
  const first = rows[0];
  if (!first) return null;
  const { value, name, count, share, range } = wordsOf(t, format, by);
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
            cell: (row) => count(row.denominator, row),
          },
          {
            key: "enrolled",
            label: t("spread.enrolled"),
            number: true,
            cell: (row) => count(row.numerator, row),
          },
          { key: "share", label: t("spread.share"), number: true, cell: share },
          { key: "range", label: t("spread.range"), number: true, cell: range },
        ]}
      />
    </ChartFigure>
  );
}
