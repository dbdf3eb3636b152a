import { useTranslation } from "react-i18next";
import type { TargetRow } from "~/domain/goals/list-targets.server";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, Details } from "~/ui/card";
import { Tag } from "~/ui/tag";
import { say } from "../measure-view";
import { judgementWords, targetWords } from "./target-words";

const tones = { met: "ok", missed: "warn", not_due: "neu", untold: "info" } as const;

type Props = {
  framework: string;
  goal: string;
  targets: TargetRow[];
  /** The goal's measures, each of which may have a target. */
  specs: readonly MeasureSpec[];
  timeZone: string;
};

/** What the goal is to reach: met, missed, not yet due, or why that cannot be told; and where one is set. */
export function TargetsCard({ framework, goal, targets, specs, timeZone }: Props) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const open = targets.filter(({ endedAt }) => !endedAt);
  const ended = targets.filter(({ endedAt }) => endedAt);
  const nameOf = (measure: string): string => {
    const spec = specs.find(({ id }) => id === measure);
    return spec ? say(spec.title, language) : measure;
  };
  const query = (measure: string) => `?${new URLSearchParams({ framework, measure }).toString()}`;
  return (
    <Card className="mt-3" aria-labelledby="targets">
      <h2 id="targets">{t("target.title")}</h2>
      {open.length === 0 && <p className="meta">{t("target.none")}</p>}
      <ul className="plain-list">
        {open.map((target) => (
          <li key={target.id} className="mt-3">
            <h3>{nameOf(target.measure)}</h3>
            <p>
              {targetWords(target, t, format)}. {t("target.by", { day: format.date(target.byDay, "year") })}
            </p>
            {target.judgement && (
              <p className="mt-2">
                <Tag
                  tone={tones[target.judgement.state]}
                  {...(target.judgement.state === "missed" ? { icon: "warn" } : {})}
                >
                  {t(`target.state.${target.judgement.state}`)}
                </Tag>{" "}
                {judgementWords(target, t, format)}
              </p>
            )}
            <p className="meta">
              {t("target.source", { source: target.source })}{" "}
              <a
                className="no-print"
                href={`${pathTo("/manager/goals/:goal/target", { goal })}${query(target.measure)}`}
              >
                {t("target.change")}
                <span className="vh"> {nameOf(target.measure)}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <div className="row mt-3 no-print">
        <ButtonLink small icon="plus" href={`${pathTo("/manager/goals/:goal/target", { goal })}${query("")}`}>
          {t("target.set")}
        </ButtonLink>
        {targets.length > 0 && (
          <a href={`${pathTo("/manager/goals/:goal/targets.csv", { goal })}?framework=${framework}`}>
            {t("target.csv")}
          </a>
        )}
      </div>
      <EarlierTargets {...{ ended, nameOf, timeZone }} />
    </Card>
  );
}

type Earlier = { ended: TargetRow[]; nameOf: (measure: string) => string; timeZone: string };

/** Targets that were changed or ended, folded. */
function EarlierTargets({ ended, nameOf, timeZone }: Earlier) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  if (ended.length === 0) return null;
  return (
    <Details summary={t("target.earlier", { count: ended.length })}>
      <ul className="prose">
        {ended.map((target) => (
          <li key={target.id}>
            {nameOf(target.measure)}: {targetWords(target, t, format)}.{" "}
            {t("target.by", { day: format.date(target.byDay, "year") })}{" "}
            {t("target.ended", { day: format.date(target.endedAt ?? "", "year") })}
          </li>
        ))}
      </ul>
    </Details>
  );
}
