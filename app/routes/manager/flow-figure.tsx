import { useTranslation } from "react-i18next";
import { shareOf } from "~/domain/goals/shown-share";
import type { Flow, FlowStep } from "~/domain/measures/suppress-flow";
import type { Format } from "~/locales/format";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ChartFigure, ChartTable } from "~/ui/charts/chart-figure";
import { FunnelBars, type FunnelStep } from "~/ui/charts/funnel-bars";
import { ReasonBars } from "~/ui/charts/reason-bars";

/** Share of all referred, with its range. */
function shareWords(step: FlowStep, total: number | null, format: Format): string | undefined {
  if (step.families === null || total === null || step.name === "referred") return undefined;
  const share = shareOf(step.families, total);
  if (!share) return undefined;
  const [low, high] = [share.low, share.high].map((one) => format.number(one * 100));
  return `${format.percent(share.share)} (${low}–${high})`;
}

/** Referred, reached, enrolled, first session, finished; then why families who were reached did not start. */
export function FlowFigure({ flow, timeZone, more }: { flow: Flow; timeZone: string; more: boolean }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const total = flow.steps[0]?.families ?? null;
  const words = (row: { families: number | null; isSmall: boolean }): string =>
    row.families === null ? t(row.isSmall ? "card.hidden" : "card.hiddenToo") : format.number(row.families);
  const period = {
    from: format.date(flow.period[0], "month"),
    to: format.date(flow.period[1], "month"),
    date: format.date(flow.dataThrough, "year"),
  };
  if (total === 0)
    return (
      <ChartFigure title={t("flow.title")} sub={t("flow.empty")}>
        {null}
      </ChartFigure>
    );
  const steps = flow.steps.map((step): FunnelStep => {
    const share = shareWords(step, total, format);
    const note = step.name === "referred" ? t("flow.all") : undefined;
    return {
      key: step.name,
      label: t(`flow.step.${step.name}`),
      ...(note ? { note } : {}),
      count: step.families,
      inProgress: step.open,
      countWords: words(step),
      ...(share ? { shareWords: share } : {}),
    };
  });
  const [referred, reached, enrolled, first, finished] = flow.steps.map(words);
  return (
    <ChartFigure
      title={t("flow.title")}
      sub={total === null ? t("flow.subHidden", period) : t("flow.sub", { ...period, count: total })}
      foot={
        <>
          <FlowTable flow={flow} timeZone={timeZone} />
          {more && <a href={pathTo("/manager/referrals")}>{t("flow.more")}</a>}
        </>
      }
    >
      <FunnelBars
        steps={steps}
        total={total ?? 1}
        sentence={t("flow.sentence", { referred, reached, enrolled, first, finished })}
      />
      <h4 className="reason-head">
        {flow.notStarted === null ? t("flow.reasonsHidden") : t("flow.reasons", { count: flow.notStarted })}
      </h4>
      {flow.reasons.length === 0 ? (
        <p className="meta">{t("flow.noReasons")}</p>
      ) : (
        <ReasonBars
          reasons={flow.reasons.map((reason) => ({
            key: reason.code,
            label: t(`status:reason.${reason.code === "missing" ? "none" : reason.code}`),
            count: reason.families,
            words: words(reason),
          }))}
        />
      )}
    </ChartFigure>
  );
}

function FlowTable({ flow, timeZone }: { flow: Flow; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const total = flow.steps[0]?.families ?? null;
  const words = (count: number | null, isSmall = false): string =>
    count === null ? t(isSmall ? "card.hidden" : "card.hiddenToo") : format.number(count);
  return (
    <ChartTable
      summary={t("flow.table")}
      caption={t("flow.title")}
      rowKey={(step) => step.name}
      rows={flow.steps}
      columns={[
        { key: "step", label: t("flow.stepHead"), header: true, cell: (step) => t(`flow.step.${step.name}`) },
        {
          key: "families",
          label: t("flow.families"),
          number: true,
          cell: (step) => words(step.families, step.isSmall),
        },
        { key: "open", label: t("flow.open"), number: true, cell: (step) => words(step.open) },
        {
          key: "share",
          label: t("flow.share"),
          number: true,
          cell: (step) => shareWords(step, total, format) ?? "",
        },
      ]}
    />
  );
}
