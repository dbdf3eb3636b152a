import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { isComplement } from "~/domain/goals/shown-share";
import { listInitiatives } from "~/domain/goals/index.server";
import { measuresOfGoal } from "~/domain/goals/measures-of-goals";
import type { ReadGoal } from "~/domain/goals/read-goal.server";
import { findHeldExtract } from "~/domain/reports/index.server";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, VisuallyHidden } from "~/ui/card";
import { GoalTrend } from "~/ui/charts/trend-chart";
import { ChartFigure, ChartKey } from "~/ui/charts/chart-figure";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { HeldNote } from "./held-note";
import { GoalHeadline } from "./goal-headline";
import { ChainTable, DefinitionCard, NumbersTable } from "./goal-parts";
import { VersionNote } from "./frameworks/goals-ways";
import { readAskedGoal } from "./frameworks/read-asked-goal.server";
import { GoalBeyond } from "./goal-beyond";
import { targetLine } from "./goal-card";
import { frameOf, ManagerPage } from "./manager-page";
import { measureWords, say, toPoints, trendSentence } from "./measure-view";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:goals.crumb"),
});

export const loader = deskLoader("manager", async ({ ctx, params, url, session }) => {
  const { results: _results, ...read } = await readAskedGoal(ctx, url, params.goal);
  const measures = [...new Set([read.headline.spec.id, ...measuresOfGoal(read.goal)])];
  const initiatives = await listInitiatives(ctx, { measures });
  const notice = (["targetSet", "targetEnded"] as const).find((one) => url.searchParams.has(one)) ?? null;
  return { ...read, initiatives, notice, held: await findHeldExtract(ctx), frame: frameOf(session) };
});

export default function GoalPage() {
  const read = useLoaderData<typeof loader>();
  const { goal, headline, whole, trend, framework, frame } = read;
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(frame.timeZone);
  const title = say(goal.plain, language);
  const complement = isComplement(headline.spec);
  const points = toPoints(trend, complement, format);
  const isNow = read.version === read.newest && !read.retired;
  const query = `?framework=${framework.id}${isNow ? "" : `&version=${read.version}`}`;
  const crumbs = (
    <Breadcrumbs
      label={t("nav.goals")}
      crumbs={[{ href: `${pathTo("/manager/goals")}${query}`, label: t("goals.crumb") }, { label: title }]}
    />
  );
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      crumbs={crumbs}
      title={title}
      lede={measureWords(headline.spec, t, language)}
      actions={
        <ButtonLink
          href={`${pathTo("/manager/goals/:goal.csv", { goal: goal.id })}${query}`}
          small
          icon="download"
        >
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      <HeldNote held={read.held} />
      {read.notice && <Banner>{t(`goals:target.notice.${read.notice}`)}</Banner>}
      <VersionNote page={read} />
      <GoalHeadline read={read} />
      <VisuallyHidden as="h2">{t("goal.numbers")}</VisuallyHidden>
      <div className="pair">
        {trend.length > 0 && (
          <TrendFigure
            title={title}
            points={points}
            line={targetLine(read, points)}
            timeZone={frame.timeZone}
          />
        )}
        <DefinitionCard goal={goal} spec={headline.spec} whole={whole} timeZone={frame.timeZone} />
      </div>
      <div className="pair">
        {whole?.chain && <ChainTable chain={whole.chain} missing={whole.missing} timeZone={frame.timeZone} />}
        <NumbersTable
          title={t("goal.side")}
          sub={t("goal.sideSub")}
          named={read.sideBySide}
          timeZone={frame.timeZone}
        />
      </div>
      <OtherNumbers read={read} timeZone={frame.timeZone} />
      <GoalBeyond read={read} isNow={isNow} timeZone={frame.timeZone} />
      {goal.note && (
        <Card className="mt-3">
          <h2>{t("goal.note")}</h2>
          <p>{say(goal.note, language)}</p>
        </Card>
      )}
    </ManagerPage>
  );
}

/** The measures beside the headline, and the one that keeps the balance. */
function OtherNumbers({
  read,
  timeZone,
}: {
  read: Pick<ReadGoal, "supporting" | "balancing" | "headline">;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const beside = read.supporting.filter(({ spec }) => spec.id !== read.headline.spec.id);
  return (
    <div className="pair">
      {beside.length > 0 && <NumbersTable title={t("goal.supporting")} named={beside} timeZone={timeZone} />}
      {read.balancing && (
        <NumbersTable title={t("goal.balancing")} named={[read.balancing]} timeZone={timeZone} />
      )}
    </div>
  );
}

/** The goal over time, with what it says in one sentence. */
function TrendFigure({
  title,
  points,
  line,
  timeZone,
}: {
  title: string;
  points: ReturnType<typeof toPoints>;
  line: ReturnType<typeof targetLine>;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  return (
    <ChartFigure
      title={t("goal.trend")}
      sub={t("goal.trendSub")}
      foot={<ChartKey result={t("key.result")} target={t("key.target")} hatched={t("key.hatched")} />}
    >
      <GoalTrend
        points={points}
        {...line}
        sentence={trendSentence(title, points, t, format)}
        nothing={t("card.hidden")}
      />
    </ChartFigure>
  );
}
