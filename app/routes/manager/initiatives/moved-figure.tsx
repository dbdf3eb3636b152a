import { useTranslation } from "react-i18next";
import type { MovedMeasure } from "~/domain/goals/read-initiative.server";
import { exactValue, untold } from "~/domain/goals/change-between";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Format } from "~/locales/format";
import { useFormat, useLanguage } from "~/locales/use-format";
import { ChartFigure, ChartTable } from "~/ui/charts/chart-figure";
import type { ChartPoint } from "~/ui/charts/chart-point";
import { GoalTrend } from "~/ui/charts/trend-chart";
import { Card } from "~/ui/card";
import { elementWords, say } from "../measure-view";
import { valueWords } from "../value-words";
import { changeWords } from "./change-words";

type Props = { moved: MovedMeasure; day: string; timeZone: string };

const periodWords = ({ period: [from, to] }: MeasureResult, format: Format): string =>
  `${format.date(from, "month")} – ${format.date(to, "month")}`;

/** A result as a point on its measure's own scale; what is hidden or too early is a gap. */
function toPoint(result: MeasureResult, format: Format): ChartPoint {
  const label = format.date(result.period[0], "month");
  const why = untold(result);
  const value = exactValue(result);
  if (why === "hidden" || why === "immature") return { state: why, label };
  if (why !== null || value === null) return { state: "missing", label };
  const range = result.low !== null && result.high !== null ? { low: result.low, high: result.high } : {};
  return { state: "shown", label, value, ...range };
}

/** Where the first period begins that lies wholly after the day: the mark stands before it. */
function markOf(trend: readonly MeasureResult[], day: string): number | undefined {
  const first = trend.findIndex(({ period }) => period[0] >= day);
  const holding = trend.findIndex(({ period: [from, to] }) => from < day && day <= to);
  return holding >= 0 ? holding : first > 0 ? first - 0.5 : undefined;
}

function axisOf(points: readonly ChartPoint[], scale: number, name: (value: number) => string) {
  const highest = Math.max(
    0,
    ...points.flatMap((point) => (point.state === "shown" ? [point.high ?? point.value] : [])),
  );
  const top =
    scale === 100 ? Math.min(100, Math.ceil(highest / 5) * 5 || 100) : Math.ceil(highest * 1.1) || 1;
  return { domain: [0, top] as const, marks: [0, top].map((value) => ({ value, label: name(value) })) };
}

/** One measure that the initiative hopes to move: its series with the day marked, and before and after in words. */
export function MovedFigure({ moved, day, timeZone }: Props) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const { spec, trend, told } = moved;
  const title = say(spec.title, language);
  if (spec.status !== "tracked")
    return (
      <Card>
        <h3>{title}</h3>
        <p className="mt-2">
          <strong>{t("manager:card.notTracked")}.</strong>{" "}
          {t("manager:card.needs", { elements: elementWords(spec, t, format) })}
        </p>
      </Card>
    );
  const points = trend.map((result) => toPoint(result, format));
  const said = changeWords(told, spec.scale, t, format);
  const mark = markOf(trend, day);
  return (
    <ChartFigure title={title} sub={t("initiative.begun", { day: format.date(day, "year") })}>
      {points.length > 0 && (
        <GoalTrend
          points={points}
          {...axisOf(points, spec.scale, (value) => format.number(value))}
          {...(mark === undefined ? {} : { mark: { at: mark, label: t("initiative.mark") } })}
          sentence={`${title}. ${said.join(" ")}`}
          nothing={t("initiative.nothing")}
        />
      )}
      {said.map((sentence) => (
        <p key={sentence} className="mt-2">
          {sentence}
        </p>
      ))}
      <ChartTable
        summary={t("manager:flow.table")}
        caption={title}
        rows={trend}
        rowKey={({ period }) => period.join()}
        columns={[
          {
            key: "period",
            label: t("initiative.period"),
            header: true,
            cell: (one) => periodWords(one, format),
          },
          {
            key: "value",
            label: t("manager:goal.result"),
            number: true,
            cell: (one) => cellOf(one, t, format),
          },
          {
            key: "of",
            label: t("manager:goal.of"),
            number: true,
            cell: (one) => (one.denominator === null ? "" : format.number(one.denominator)),
          },
        ]}
      />
    </ChartFigure>
  );
}

function cellOf(result: MeasureResult, t: ReturnType<typeof useTranslation>["t"], format: Format): string {
  const why = untold(result);
  const value = exactValue(result);
  if (why !== null || value === null) return t(`goals:change.refused.${why ?? "no_result"}`);
  return valueWords(value, result.scale, t, format);
}
