import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import type { Dimension } from "~/domain/goals/stand-out";
import { chooseFramework, listGoals } from "~/domain/goals/index.server";
import { findHeldExtract } from "~/domain/reports/index.server";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ChartKey } from "~/ui/charts/chart-figure";
import { Button, ButtonLink } from "~/ui/button";
import { SelectField } from "~/ui/form/select-field";
import { pageHandle } from "~/ui/page/page-handle";
import { EmptyState } from "~/ui/card";
import { Note } from "~/ui/tag";
import { HeldNote } from "./held-note";
import { FlowFigure } from "./flow-figure";
import { GoalCard } from "./goal-card";
import { FollowNothing, GoalsWays, VersionNote } from "./frameworks/goals-ways";
import { versionAsked } from "./frameworks/version-asked";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { SpreadFigure } from "./spread-figure";
import { StandOut } from "./stand-out";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:goals.title"),
});

export const loader = deskLoader("manager", async ({ ctx, url, session }) => {
  const frame = frameOf(session);
  const version = versionAsked(url);
  // A retired framework is looked back at by its version alone.
  const asked = version === undefined ? url.searchParams.get("framework") : null;
  const { chosen, followed } = await chooseFramework(ctx, { asked });
  const framework = version === undefined ? chosen : url.searchParams.get("framework");
  if (framework === null) return { frame, page: null };
  const listed = await listGoals(ctx, { framework, version });
  const by: Dimension = url.searchParams.get("by") === "area" ? "area" : "language";
  const held = await findHeldExtract(ctx);
  return { frame, page: { ...listed, followed, held, by, query: url.search } };
});

export default function GoalsPage() {
  const { frame, page } = useLoaderData<typeof loader>();
  return page ? <FollowedGoals frame={frame} page={page} /> : <FollowNothing frame={frame} />;
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Followed = { frame: Data["frame"]; page: NonNullable<Data["page"]> };

function FollowedGoals({ frame, page }: Followed) {
  const { framework, goals, results, flow, dataThrough, computedAt, held, linksTakenBack, by, query } = page;
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(frame.timeZone);
  const whole = goals.find((one) => one.whole?.chain)?.whole ?? null;
  const period = whole
    ? t("goals.period", {
        from: format.date(whole.period[0], "month"),
        to: format.date(whole.period[1], "month"),
      })
    : "";
  const lede =
    dataThrough === null
      ? t("goals.noDataLede")
      : t("goals.lede", {
          place: t("goals.everywhere"),
          date: format.date(dataThrough, "year"),
          computed: format.dateTime(computedAt ?? dataThrough),
        });
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      title={t("goals.title")}
      lede={lede}
      actions={
        <ButtonLink href={`${pathTo("/manager/goals.csv")}${query}`} small icon="download">
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      <HeldNote held={held} />
      <GoalsWays />
      <Filters framework={framework.id} by={by} followed={page.followed} />
      <VersionNote page={page} />
      <p className="only-print">
        {t("goals.printed", { framework: say(framework.title, language), period })}
      </p>
      {dataThrough !== null && <StandOut results={results} whole={whole} timeZone={frame.timeZone} />}
      <OurGoals count={goals.length} title={say(framework.title, language)} period={period} />
      {linksTakenBack > 0 && <Note tone="warn">{t("goals.linksTakenBack", { count: linksTakenBack })}</Note>}
      <Note tone="info">{t("goals.cause")}</Note>
      <div className="goals">
        {goals.map((numbers) => (
          <GoalCard
            key={numbers.goal.id}
            numbers={numbers}
            timeZone={frame.timeZone}
            href={`${pathTo("/manager/goals/:goal", { goal: numbers.goal.id })}?${goalQuery(page)}`}
          />
        ))}
      </div>
      <ChartKey result={t("key.result")} target={t("key.target")} hatched={t("key.hatched")} />
      {flow === null ? (
        <EmptyState title={t("goals.noData")}>{t("goals.noDataLede")}</EmptyState>
      ) : (
        <div className="pair">
          <FlowFigure flow={flow} timeZone={frame.timeZone} more />
          <SpreadFigure results={results} by={by} timeZone={frame.timeZone} />
        </div>
      )}
      <section className="notes">
        <p>
          <strong>{t("notes.likely")}</strong> {t("notes.likelyText")}
        </p>
      </section>
    </ManagerPage>
  );
}

function OurGoals({ count, title, period }: { count: number; title: string; period: string }) {
  const { t } = useTranslation("manager");
  return (
    <div className="section-head">
      <h2>{t("goals.our", { count })}</h2>
      <p className="meta">
        {title}
        {period && `. ${period}`}
      </p>
    </div>
  );
}

/** The same framework, and the same earlier version where one is looked at. */
function goalQuery({ framework, version, newest, retired }: Followed["page"]): string {
  const back: Record<string, string> = version === newest && !retired ? {} : { version: String(version) };
  return new URLSearchParams({ framework: framework.id, ...back }).toString();
}

type FilterProps = { framework: string; by: Dimension; followed: Followed["page"]["followed"] };

function Filters({ framework, by, followed }: FilterProps) {
  const { t } = useTranslation("manager");
  const language = useLanguage();
  return (
    <form method="get" className="card filters no-print" aria-label={t("goals.filters")}>
      <div className="grow max-w-full">
        <SelectField
          label={t("goals.framework")}
          name="framework"
          defaultValue={framework}
          options={followed.map(({ id, title }) => ({ value: id, label: say(title, language) }))}
        />
      </div>
      <div>
        <SelectField
          label={t("goals.compareBy")}
          name="by"
          defaultValue={by}
          options={(["language", "area"] as const).map((value) => ({
            value,
            label: t(`spread.choice.${value}`),
          }))}
        />
      </div>
      <Button variant="primary">{t("goals.update")}</Button>
    </form>
  );
}
