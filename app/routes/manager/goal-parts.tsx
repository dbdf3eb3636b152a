import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { isShare, mayShowPercent, toShown } from "~/domain/goals/shown-share";
import type { Goal } from "~/domain/goals/goal-framework";
import type { NamedResult } from "~/domain/goals/read-goal.server";
import { missingElements } from "~/domain/measures/missing-elements";
import { chainSteps, type Chain, type MeasureResult } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import type { Format } from "~/locales/format";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { DescriptionList } from "~/ui/lists";
import { countOf, elementWords, percent, plainValue, say } from "./measure-view";

/** What is counted, in words: definition, denominator, window, lag, exclusions, version and source. */
export function DefinitionCard({
  goal,
  spec,
  whole,
  timeZone,
}: {
  goal: Goal;
  spec: MeasureSpec;
  whole: MeasureResult | null;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const { compute } = spec;
  const later = compute?.kind === "later_event" ? compute : null;
  const excluded = later?.excludeInCareAtIndex
    ? "excludedRemoval"
    : later?.excludeSameIncident
      ? "excludedSub"
      : "excludedText";
  const facts = [
    { term: t("goal.goalWords"), detail: say(goal.statement, language) },
    { term: t("goal.measure"), detail: say(spec.plain, language) },
    { term: t("goal.id"), detail: `${spec.id}, ${spec.version}` },
    { term: t("goal.direction"), detail: t(`goal.${spec.direction}`) },
    ...(later
      ? [
          { term: t("goal.denominator"), detail: t("goal.denominatorText") },
          { term: t("goal.window"), detail: t("goal.windowText", { months: later.months }) },
          { term: t("goal.lag"), detail: t("goal.lagText", { count: spec.reportingLagDays }) },
          { term: t("goal.excluded"), detail: t(`goal.${excluded}`) },
        ]
      : []),
    ...(whole
      ? [
          {
            term: t("goal.period"),
            detail: `${format.date(whole.period[0], "year")} – ${format.date(whole.period[1], "year")}`,
          },
        ]
      : []),
    { term: t("goal.provenance"), detail: <span lang="en">{spec.provenance}</span> },
  ];
  return (
    <Card>
      <h2>{t("goal.definition")}</h2>
      <DescriptionList facts={facts} />
    </Card>
  );
}

/** Referred, linked, at risk, window complete, counted. */
export function ChainTable({
  chain,
  missing,
  timeZone,
}: {
  chain: Chain;
  missing: number | null;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  return (
    <ChartFigure title={t("goal.chain")} sub={t("goal.chainSub")}>
      <DataTable
        caption={t("goal.chain")}
        quietCaption
        rows={[...chainSteps, "missing" as const]}
        rowKey={(step) => step}
        columns={[
          { key: "step", label: t("flow.stepHead"), header: true, cell: (step) => t(`goal.step.${step}`) },
          {
            key: "children",
            label: t("goal.children"),
            number: true,
            cell: (step) => {
              const count = step === "missing" ? missing : chain[step];
              return count === null ? t("card.hiddenToo") : format.number(count);
            },
          },
        ]}
      />
      <p className="mt-2">
        <a href={pathTo("/manager/linked")}>{t("linked.link")}</a>
      </p>
    </ChartFigure>
  );
}

function rangeWords(result: MeasureResult | null, format: Format): string {
  if (result && !isShare(result)) return plainValue(result, format).range;
  const shown = toShown(result, false);
  return shown && mayShowPercent(shown.denominator)
    ? `${percent(shown.low, format, 1)}–${percent(shown.high, format, 1)}`
    : "";
}

function stateWords({ spec, result }: NamedResult, t: TFunction<"manager">, format: Format): string {
  if (spec.status !== "tracked")
    return `${t("goal.notTracked")}: ${t("method.needs", { elements: elementWords(spec, t, format) })}`;
  if (result && result.blocked_by.length > 0) {
    const missing = missingElements(result.blocked_by);
    return `${t("goal.notTracked")}: ${t("method.needs", { elements: elementWords({ missing }, t, format) })}`;
  }
  return result
    ? t(`goal.${result.maturity.state}`, { percent: format.percent(result.maturity.complete) })
    : t("goal.unavailable");
}

function missingWords(result: MeasureResult | null, t: TFunction<"manager">, format: Format): string {
  if (result?.denominator == null) return "";
  return result.missing === null ? t("card.hiddenToo") : format.number(result.missing);
}

/** Measures beside each other, as they are defined (not turned around), each with count, range and state. */
export function NumbersTable({
  title,
  sub,
  named,
  timeZone,
}: {
  title: string;
  sub?: string;
  named: readonly NamedResult[];
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const value = ({ result }: NamedResult): string => {
    if (!result) return "";
    const count = countOf(result);
    if (count !== null) return format.number(count);
    if (result.suppressed)
      return t(
        result.suppressed === "primary" && result.numerator === null ? "goal.hidden" : "card.hiddenToo",
      );
    if (!isShare(result)) return plainValue(result, format).value;
    const shown = toShown(result, false);
    if (!shown) return "";
    return mayShowPercent(shown.denominator)
      ? `${percent(shown.share, format, 1)}%`
      : t("card.few", { n: shown.numerator, d: shown.denominator });
  };
  return (
    <ChartFigure title={title} {...(sub === undefined ? {} : { sub })}>
      <DataTable
        caption={title}
        quietCaption
        rows={named}
        rowKey={({ spec }) => spec.id}
        columns={[
          {
            key: "name",
            label: t("goal.measure"),
            header: true,
            cell: ({ spec }) => say(spec.title, language),
          },
          { key: "value", label: t("goal.result"), number: true, cell: value },
          {
            key: "range",
            label: t("goal.range"),
            number: true,
            cell: ({ result }) => rangeWords(result, format),
          },
          {
            key: "of",
            label: t("goal.of"),
            number: true,
            cell: ({ result }) => (result?.denominator == null ? "" : format.number(result.denominator)),
          },
          {
            key: "missing",
            label: t("goal.missing"),
            number: true,
            cell: ({ result }) => missingWords(result, t, format),
          },
          { key: "state", label: t("goal.status"), cell: (row) => stateWords(row, t, format) },
        ]}
      />
    </ChartFigure>
  );
}
