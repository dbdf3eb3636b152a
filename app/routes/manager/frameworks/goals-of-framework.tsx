import { useTranslation } from "react-i18next";
import type { Goal } from "~/domain/goals/goal-framework";
import type { ReadFramework } from "~/domain/goals/read-framework.server";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";
import { say } from "../measure-view";

/** The goals by group: in plain language, in the source's words, and by which measures. */
export function GoalsOfFramework({ read, isNow }: { read: ReadFramework; isNow: boolean }) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const { body } = read;
  return (
    <>
      {body.groups.map((group) => (
        <section key={group.id} className="mt-3">
          <h2>{say(group.title, language)}</h2>
          {group.goals.map((goal, at) => (
            <Card key={goal.id} as="article" className="mt-2">
              <h3>{say(goal.plain, language)}</h3>
              <GoalFacts goal={goal} />
              {isNow && (
                <GoalActs
                  read={read}
                  goal={goal}
                  first={at === 0}
                  last={at === group.goals.length - 1}
                  name={say(goal.plain, language)}
                />
              )}
            </Card>
          ))}
        </section>
      ))}
      {isNow && (
        <p className="mt-3 no-print">
          <ButtonLink
            href={pathTo("/manager/frameworks/:framework/:goal", { framework: body.id, goal: "new" })}
            icon="plus"
          >
            {t("framework.addGoal")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function GoalFacts({ goal }: { goal: Goal }) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const name = (id: string): string => {
    const spec = findMeasureSpec(id);
    return spec ? `${say(spec.title, language)} (${id})` : id;
  };
  const facts = [
    { term: t("framework.statement"), detail: say(goal.statement, language) },
    { term: t("framework.headline"), detail: name(goal.headline) },
    {
      term: t("framework.supporting"),
      detail: goal.supporting.map(name).join(" · ") || t("framework.noMeasure"),
    },
    {
      term: t("framework.balancing"),
      detail: goal.balancing ? name(goal.balancing) : t("framework.noMeasure"),
    },
  ];
  return <DescriptionList facts={facts} />;
}

type Acts = { read: ReadFramework; goal: Goal; first: boolean; last: boolean; name: string };

function GoalActs({ read, goal, first, last, name }: Acts) {
  const { t } = useTranslation("goals");
  const { version, body } = read;
  const move = (by: -1 | 1, words: string, icon: "up" | "down") => (
    <PageForm method="post" values={{ intent: "move", version, goal: goal.id, by }}>
      <Button small variant="quiet" icon={icon}>
        {t(words)}
        <span className="vh"> {name}</span>
      </Button>
    </PageForm>
  );
  return (
    <div className="row mt-2 no-print">
      <ButtonLink
        small
        icon="pencil"
        href={pathTo("/manager/frameworks/:framework/:goal", { framework: body.id, goal: goal.id })}
      >
        {t("framework.edit")}
        <span className="vh"> {name}</span>
      </ButtonLink>
      {!first && move(-1, "framework.up", "up")}
      {!last && move(1, "framework.down", "down")}
      <PageForm method="post" values={{ intent: "leave", version, goal: goal.id }}>
        <Button small variant="quiet">
          {t("framework.leave")}
          <span className="vh"> {name}</span>
        </Button>
      </PageForm>
    </div>
  );
}
