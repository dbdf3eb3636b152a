import { useTranslation } from "react-i18next";
import { againstTarget } from "~/domain/goals/against-target";
import { changeInYear, isBetter } from "~/domain/goals/describe-change";
import { isComplement, type ShownShare, toShown } from "~/domain/goals/shown-share";
import type { GoalNumbers } from "~/domain/goals/list-goals.server";
import type { Headline } from "~/domain/goals/pick-headline";
import { useFormat, useLanguage } from "~/locales/use-format";
import type { ChartPoint } from "~/ui/charts/chart-point";
import { GoalSparkline } from "~/ui/charts/trend-chart";
import { Tag } from "~/ui/tag";
import { GoalValue } from "./goal-value";
import {
  countedWords,
  countOf,
  domainOf,
  elementWords,
  measureWords,
  say,
  toPoints,
  trendSentence,
} from "./measure-view";

type Props = { numbers: GoalNumbers; href: string; timeZone: string };

/** One goal: its words, its number with range and count, its way over time; or what is missing. */
export function GoalCard({ numbers, href, timeZone }: Props) {
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const { goal, headline } = numbers;
  const title = say(goal.plain, language);
  return (
    <article className="card goal">
      <h3>{title}</h3>
      <p className="goal-measure">{measureWords(headline.spec, t, language)}</p>
      <InsteadOf headline={headline} timeZone={timeZone} />
      {headline.missing.length === 0 ? (
        <Numbers numbers={numbers} timeZone={timeZone} title={title} />
      ) : (
        <NotTracked numbers={numbers} timeZone={timeZone} />
      )}
      <p className="goal-foot">
        <Count numbers={numbers} timeZone={timeZone} />
        <a href={href}>
          {t("card.look")}
          <span className="vh">{t("card.lookAt", { goal: title })}</span>
        </a>
      </p>
    </article>
  );
}

/** A measure that stands for the goal's own says so wherever its number is. */
export function InsteadOf({ headline, timeZone }: { headline: Headline; timeZone: string }) {
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const { instead } = headline;
  if (!instead) return null;
  const words = { title: say(instead.spec.title, language), elements: elementWords(instead, t, format) };
  return <p className="meta mt-2">{t("card.instead", words)}</p>;
}

function NotTracked({ numbers, timeZone }: { numbers: GoalNumbers; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  return (
    <>
      <Tag tone="neu">{t("card.notTracked")}</Tag>
      <p className="meta mt-2">{t("card.needs", { elements: elementWords(numbers.headline, t, format) })}</p>
    </>
  );
}

function Count({ numbers, timeZone }: { numbers: GoalNumbers; timeZone: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const { whole, headline } = numbers;
  if (!whole || (whole.denominator ?? countOf(whole)) === null) return <span className="meta" />;
  return (
    <span className="meta">
      {countedWords(headline.spec, whole, t)}
      {t("card.data", { date: format.date(whole.data_through, "year") })}
    </span>
  );
}

/** The threshold as a line in percent where there is one, and the axis that holds it. */
export function targetLine({ targets, headline, whole }: LineOf, points: ChartPoint[]) {
  const shown = toShown(whole, isComplement(headline.spec));
  const against = shown && againstTarget(targets, headline.spec, shown);
  const target = against ? against.target * 100 : undefined;
  return { ...domainOf(points, target), ...(target === undefined ? {} : { target }) };
}
type LineOf = Pick<GoalNumbers, "targets" | "headline" | "whole">;

function Numbers({ numbers, timeZone, title }: { numbers: GoalNumbers; timeZone: string; title: string }) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const complement = isComplement(numbers.headline.spec);
  const shown = toShown(numbers.whole, complement);
  const points = toPoints(numbers.trend, complement, format);
  return (
    <>
      <GoalValue spec={numbers.headline.spec} whole={numbers.whole} timeZone={timeZone} />
      {shown && <ChangeTag numbers={numbers} shown={shown} timeZone={timeZone} />}
      {points.length > 0 && (
        <GoalSparkline
          points={points}
          {...targetLine(numbers, points)}
          sentence={trendSentence(title, points, t, format)}
          nothing={t("key.hatched")}
        />
      )}
    </>
  );
}

/** A target when there is one; else whether the last half year differs from the same months a year before. */
function ChangeTag({
  numbers,
  shown,
  timeZone,
}: {
  numbers: GoalNumbers;
  shown: ShownShare;
  timeZone: string;
}) {
  const { t } = useTranslation("manager");
  const format = useFormat(timeZone);
  const { spec } = numbers.headline;
  const against = againstTarget(numbers.targets, spec, shown);
  if (against)
    return (
      <Tag tone={against.state === "below" ? "warn" : "ok"}>
        {t(`card.${against.state}Target`, { target: format.percent(against.target) })}
      </Tag>
    );
  const found = changeInYear(numbers.trend, isComplement(spec));
  const better = found && isBetter(found.change, spec);
  if (!found || better === null) return <Tag tone="neu">{t("card.noChange")}</Tag>;
  return (
    <Tag tone={better ? "ok" : "warn"}>
      {t(`card.${found.change}`, { period: format.date(found.since, "month") })}
    </Tag>
  );
}
