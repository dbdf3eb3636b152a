import { useTranslation } from "react-i18next";
import type { Published } from "~/domain/goals/goal-framework";
import type { InitiativeRow } from "~/domain/goals/list-initiatives.server";
import { measuresOfGoal } from "~/domain/goals/measures-of-goals";
import type { ReadGoal } from "~/domain/goals/read-goal.server";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { TargetsCard } from "./targets/targets-card";
import { pointsWords, relativeWords, valueWords } from "./value-words";

type Read = Pick<ReadGoal, "framework" | "goal" | "targets" | "headline"> & { initiatives: InitiativeRow[] };

/** Beyond the numbers of a goal: its targets, what its source reported, what was begun, and who is behind a number. */
export function GoalBeyond({ read, isNow, timeZone }: { read: Read; isNow: boolean; timeZone: string }) {
  const { framework, goal, targets, headline } = read;
  const ids = [...new Set([headline.spec.id, ...measuresOfGoal(goal)])];
  const specs = ids.flatMap((id) => findMeasureSpec(id) ?? []);
  return (
    <>
      {isNow && <TargetsCard framework={framework.id} goal={goal.id} {...{ targets, specs, timeZone }} />}
      <div className="pair mt-3">
        {goal.published && <PublishedCard published={goal.published} timeZone={timeZone} />}
        <InitiativesCard initiatives={read.initiatives} timeZone={timeZone} />
        {isNow && specs.some(({ status }) => status === "tracked") && (
          <PeopleCard framework={framework.id} goal={goal.id} />
        )}
      </div>
    </>
  );
}

/** What the source printed, with its own years: points and percent apart, and which kind of change it is. */
function PublishedCard({ published, timeZone }: { published: Published; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const { change, ends, of, fromPeriod, toPeriod } = published;
  const percent = (value: number) => valueWords(value, 100, t, format);
  const relative = ends ? ((ends.to - ends.from) / ends.from) * 100 : null;
  return (
    <Card>
      <h2>{t("published.title")}</h2>
      <p>
        {t("published.years", { from: fromPeriod, to: toPeriod })}{" "}
        {ends && t("published.ends", { from: percent(ends.from), to: percent(ends.to) })}
      </p>
      <ul className="prose">
        {change.kind === "points" && <li>{pointsWords(change.value, 100, t, format)}</li>}
        {relative !== null && <li>{relativeWords(relative, t, format)}</li>}
        {change.kind === "relative" && <li>{relativeWords(change.value, t, format)}</li>}
      </ul>
      <p className="meta">{t(`published.of.${of}`)}</p>
    </Card>
  );
}

function InitiativesCard({ initiatives, timeZone }: { initiatives: InitiativeRow[]; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  return (
    <Card>
      <h2>{t("initiative.ofGoal")}</h2>
      {initiatives.length === 0 ? (
        <p className="meta">{t("initiative.noneHere")}</p>
      ) : (
        <ul className="prose">
          {initiatives.map((one) => (
            <li key={one.id}>
              <a href={pathTo("/manager/initiatives/:id", { id: one.id })} lang={one.language}>
                {one.title}
              </a>{" "}
              <span className="meta">
                {t("initiative.since", { from: format.date(one.startsOn, "year") })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 no-print">
        <a href={pathTo("/manager/initiatives")}>{t("initiative.list")}</a>
      </p>
    </Card>
  );
}

function PeopleCard({ framework, goal }: { framework: string; goal: string }) {
  const { t } = useTranslation("goals");
  return (
    <Card className="no-print">
      <h2>{t("people.title")}</h2>
      <p className="meta">{t("people.logged")}</p>
      <p className="mt-2">
        <a href={`${pathTo("/manager/goals/:goal/people", { goal })}?framework=${framework}`}>
          {t("people.go")}
        </a>
      </p>
    </Card>
  );
}
