import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { goalsOf } from "~/domain/goals/goal-frameworks";
import { changeFramework, readFramework } from "~/domain/goals/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { DescriptionList } from "~/ui/lists";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { GoalForm } from "./frameworks/goal-form";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:framework.editGoal"),
});

export const loader = deskLoader("manager", async ({ ctx, params, session }) => {
  const { body, version } = await readFramework(ctx, { framework: params.framework ?? "" });
  const goal = goalsOf(body).find(({ id }) => id === params.goal) ?? null;
  if (!goal && params.goal !== "new") throw new NotFound();
  return { frame: frameOf(session), framework: { id: body.id, title: body.title }, version, goal };
});

const fields = z.object({
  ...{ version: text, plainEn: text, plainEs: text, statementEn: text, statementEs: text },
  ...{ headline: text, balancing: text, first: text, second: text, third: text, fourth: text },
});

export const action = deskAction("manager", {
  save: [
    fields,
    async ({ ctx, params, input }) => {
      const framework = params.framework ?? "";
      await changeFramework(ctx, {
        ...{ framework, version: input.version },
        change: {
          ...{ kind: "goal", goal: params.goal === "new" ? "" : (params.goal ?? "") },
          plain: { en: input.plainEn, es: input.plainEs },
          statement: { en: input.statementEn, es: input.statementEs },
          ...{ headline: input.headline, balancing: input.balancing },
          supporting: [input.first, input.second, input.third, input.fourth],
        },
      });
      return redirect(`${pathTo("/manager/frameworks/:framework", { framework })}?saved`, 303);
    },
  ],
});

/** One goal of a framework, changed or new: its words in both languages, its measures. Saving makes a new version. */
export default function FrameworkGoalPage() {
  const { frame, framework, version, goal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const errors = useGoalsErrors(refused);
  const title = goal ? say(goal.plain, language) : t("framework.newGoal");
  const isOwn = goal === null || goal.id.startsWith("own-");
  const back = pathTo("/manager/frameworks/:framework", { framework: framework.id });
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      width="form"
      title={title}
      crumbs={
        <Breadcrumbs
          label={t("frameworks.title")}
          crumbs={[
            { href: pathTo("/manager/frameworks"), label: t("frameworks.title") },
            { href: back, label: say(framework.title, language) },
            { label: title },
          ]}
        />
      }
    >
      <GoalsRefusal refused={refused} />
      <Card>
        {!isOwn && goal && (
          <DescriptionList
            facts={[{ term: t("framework.statement"), detail: say(goal.statement, language) }]}
          />
        )}
        <GoalForm {...{ goal, version, errors, back }} typed={refused?.typed} />
      </Card>
    </ManagerPage>
  );
}
