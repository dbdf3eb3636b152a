import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { untold } from "~/domain/goals/change-between";
import { chooseFramework, endTarget, readGoal, setTarget } from "~/domain/goals/index.server";
import { measuresOfGoal, ownResults } from "~/domain/goals/measures-of-goals";
import { NotFound } from "~/domain/kernel/errors";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf, ManagerPage } from "./manager-page";
import { say } from "./measure-view";
import { ChooseMeasure, TargetForm } from "./targets/target-form";
import { GoalsRefusal, useGoalsErrors } from "./use-goals-errors";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:target.set"),
});

export const loader = deskLoader("manager", async ({ ctx, params, url, session }) => {
  const { chosen } = await chooseFramework(ctx, { asked: url.searchParams.get("framework") });
  if (chosen === null) throw new NotFound();
  const { goal, targets, results } = await readGoal(ctx, { framework: chosen, goal: params.goal ?? "" });
  const specs = measuresOfGoal(goal).flatMap((id) => findMeasureSpec(id) ?? []);
  const spec = specs.find(({ id }) => id === url.searchParams.get("measure")) ?? null;
  const told = spec ? ownResults(results, spec.id).filter((result) => untold(result) === null) : [];
  return {
    ...{ frame: frameOf(session), framework: chosen, goal, specs, spec },
    open: targets.find(({ measure, endedAt }) => measure === spec?.id && !endedAt) ?? null,
    baselines: told.map(({ period, value, scale }) => ({ period, value: value ?? 0, scale })),
  };
});

const fields = z.object({
  ...{ framework: text, measure: text, kind: text, way: text, value: text, byDay: text },
  ...{ baseline: text, baselineFrom: text, baselineTo: text, baselineValue: text, source: text },
  replaces: text,
});
const back = ({ params }: DeskArgs, framework: string, notice: string) =>
  redirect(
    `${pathTo("/manager/goals/:goal", { goal: params.goal })}?${new URLSearchParams({ framework, [notice]: "" }).toString()}`,
    303,
  );

export const action = deskAction("manager", {
  set: [
    fields,
    async (args) => {
      await setTarget(args.ctx, { ...args.input, goal: args.params.goal ?? "" });
      return back(args, args.input.framework, "targetSet");
    },
  ],
  end: [
    z.object({ id: text, framework: text }),
    async (args) => {
      await endTarget(args.ctx, { id: args.input.id });
      return back(args, args.input.framework, "targetEnded");
    },
  ],
});

/** Sets, changes or ends the target of one of a goal's measures. */
export default function TargetPage() {
  const { frame, framework, goal, specs, spec, open, baselines } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const errors = useGoalsErrors(refused);
  const at = `${pathTo("/manager/goals/:goal", { goal: goal.id })}?framework=${framework}`;
  const title = t(open ? "target.change" : "target.set");
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      width="form"
      title={title}
      lede={spec ? say(spec.title, language) : say(goal.plain, language)}
      crumbs={
        <Breadcrumbs
          label={t("manager:nav.goals")}
          crumbs={[
            { href: `${pathTo("/manager/goals")}?framework=${framework}`, label: t("manager:goals.crumb") },
            { href: at, label: say(goal.plain, language) },
            { label: title },
          ]}
        />
      }
    >
      <GoalsRefusal refused={refused} />
      {spec === null ? (
        <ChooseMeasure framework={framework} specs={specs} />
      ) : (
        <TargetForm
          {...{ framework, spec, open, baselines, errors }}
          typed={refused?.typed}
          timeZone={frame.timeZone}
          back={at}
        />
      )}
      {open && (
        <Card className="mt-3">
          <h2>{t("target.end")}</h2>
          <p className="meta">{t("target.endLede")}</p>
          <PageForm method="post" className="mt-2" values={{ intent: "end", id: open.id, framework }}>
            <Button variant="danger">{t("target.endNow")}</Button>
          </PageForm>
        </Card>
      )}
    </ManagerPage>
  );
}
